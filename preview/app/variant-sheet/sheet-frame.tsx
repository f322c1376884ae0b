import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useDressed } from "../frame/clients/use-dressed.ts";
import {
  createFrameSwapper,
  type FrameContent,
  type FrameSwapper,
} from "../frame/frame-swapper.ts";
import type { Turns } from "../gallery/turns.ts";
import type { EmailTheme, FrameLook } from "../route.ts";
import { sheetFrameHeight } from "./sheet-columns.ts";

/** An email made small, loaded when its turn comes. Not to be touched. */
export function SheetFrame({
  content,
  theme,
  look,
  frameWidth,
  scale,
  turns,
}: {
  readonly content: FrameContent;
  readonly theme: EmailTheme;
  readonly look: Pick<FrameLook, "client" | "images" | "rtl">;
  readonly frameWidth: number;
  readonly scale: number;
  readonly turns: Turns;
}) {
  const { rtl } = look;
  const { dressed } = useDressed(content, look);
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
    if (isOn && dressed) swapper.current?.show(dressed);
  }, [isOn, dressed]);
  useEffect(() => swapper.current?.setGuise({ theme, rtl }), [theme, rtl]);
  const style: CSSProperties = {
    width: frameWidth,
    height: sheetFrameHeight,
    transform: `scale(${scale})`,
  };
  return <div ref={host} className="variant-sheet-frame" aria-hidden="true" inert style={style} />;
}
