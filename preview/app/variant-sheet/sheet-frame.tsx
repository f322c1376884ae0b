import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from "react";
import {
  createFrameSwapper,
  type FrameContent,
  type FrameSwapper,
} from "../frame/frame-swapper.ts";
import type { Turns } from "../gallery/turns.ts";
import type { EmailTheme } from "../route.ts";
import { sheetFrameHeight } from "./sheet-columns.ts";

/** An email made small, loaded when its turn comes. Not to be touched. */
export function SheetFrame({
  content,
  theme,
  rtl,
  frameWidth,
  scale,
  turns,
}: {
  readonly content: FrameContent;
  readonly theme: EmailTheme;
  readonly rtl: boolean;
  readonly frameWidth: number;
  readonly scale: number;
  readonly turns: Turns;
}) {
  const host = useRef<HTMLDivElement>(null);
  const swapper = useRef<FrameSwapper | null>(null);
  const giveBack = useRef<(() => void) | null>(null);
  const [isOn, setOn] = useState(false);
  const firstGuise = useRef({ theme, rtl });
  useEffect(() => {
    giveBack.current = turns.take(() => setOn(true));
    return () => giveBack.current?.();
  }, [turns]);
  useLayoutEffect(() => {
    if (!host.current) return;
    const made = createFrameSwapper(host.current, firstGuise.current, () => giveBack.current?.());
    swapper.current = made;
    return made.close;
  }, []);
  useEffect(() => {
    if (isOn) swapper.current?.show(content);
  }, [isOn, content]);
  useEffect(() => swapper.current?.setGuise({ theme, rtl }), [theme, rtl]);
  const style: CSSProperties = {
    width: frameWidth,
    height: sheetFrameHeight,
    transform: `scale(${scale})`,
  };
  return <div ref={host} className="variant-sheet-frame" aria-hidden="true" inert style={style} />;
}
