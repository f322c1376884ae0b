import { useEffect, useLayoutEffect, useRef } from "react";
import { createFrameSwapper, type FrameSwapper } from "../frame/frame-swapper.ts";

/** Width of the window that an email in the gallery believes to be in, px: a desktop's. */
const windowWidth = 700;

/** As most people see it. */
const guise = { theme: "light", rtl: false } as const;

/** An email made small: the very frame that the preview shows, scaled, and not to be touched. */
export function Thumbnail({
  id,
  html,
  revision,
  width,
  height,
}: {
  readonly id: string;
  readonly html: string;
  readonly revision: number;
  /** Of the drawn thumbnail, px. */
  readonly width: number;
  readonly height: number;
}) {
  const host = useRef<HTMLDivElement>(null);
  const swapper = useRef<FrameSwapper | null>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    const made = createFrameSwapper(host.current, guise, () => undefined);
    swapper.current = made;
    return made.close;
  }, []);
  useEffect(
    () => swapper.current?.show({ token: `${id}|${revision}`, scrollKey: id, title: id, html }),
    [id, html, revision],
  );
  const scale = width / windowWidth;
  const style = { width: windowWidth, height: height / scale, transform: `scale(${scale})` };
  return <div ref={host} className="thumbnail" aria-hidden="true" inert style={style} />;
}
