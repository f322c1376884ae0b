import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useActions } from "../keys/actions.tsx";
import type { EmailTheme } from "../route.ts";
import { guardFrame } from "./frame-guard.ts";
import { createFrameSwapper, type FrameContent, type FrameSwapper } from "./frame-swapper.ts";
import { followScroll } from "./scroll-thumb.ts";
import { useContentHeight } from "./use-content-height.ts";
import { useLinkNotice } from "./use-link-notice.ts";
import { useOverflow } from "./use-overflow.ts";

/** How long the edge stays lit after an update, ms. */
const pulseMs = 700;

/** One sheet of paper with the email on it, as wide as its parent says. */
export function DeviceFrame({
  content,
  theme,
  rtl,
  onShown,
  onOverflow,
  onHeight,
  onFrame,
}: {
  readonly content: FrameContent;
  readonly theme: EmailTheme;
  readonly rtl: boolean;
  readonly onShown?: ((token: string) => void) | undefined;
  /** Width of what is in the frame where it is wider than the frame, else null. */
  readonly onOverflow: (contentWidth: number | null) => void;
  /** How tall what is in the frame is, where one wants to know. */
  readonly onHeight?: ((contentHeight: number) => void) | undefined;
  /** A frame took its place. */
  readonly onFrame: (frame: HTMLIFrameElement) => void;
}) {
  const host = useRef<HTMLDivElement>(null);
  const thumb = useRef<HTMLDivElement>(null);
  const swapper = useRef<FrameSwapper | null>(null);
  const wired = useRef<HTMLIFrameElement | null>(null);
  const [updates, setUpdates] = useState(0);
  const { press } = useActions();
  const noticeLink = useLinkNotice();
  const watchOverflow = useOverflow(onOverflow);
  const watchHeight = useContentHeight(onHeight);

  const shown =
    useRef<(content: FrameContent, frame: HTMLIFrameElement, update: boolean) => void>(null);
  shown.current = (next, frame, isUpdate) => {
    if (wired.current !== frame) {
      wired.current = frame;
      guardFrame(frame, { onKey: press, onLink: noticeLink });
      if (thumb.current) followScroll(frame, thumb.current);
      watchOverflow(frame);
      watchHeight(frame);
      onFrame(frame);
    }
    if (isUpdate) setUpdates((count) => count + 1);
    onShown?.(next.token);
  };

  const firstGuise = useRef({ theme, rtl });
  useLayoutEffect(() => {
    if (!host.current) return;
    const made = createFrameSwapper(host.current, firstGuise.current, (...args) =>
      shown.current?.(...args),
    );
    swapper.current = made;
    return made.close;
  }, []);
  useLayoutEffect(() => swapper.current?.show(content), [content]);
  useEffect(() => swapper.current?.setGuise({ theme, rtl }), [theme, rtl]);

  return (
    <div className="device-frame">
      <div ref={host} className="device-frame-host" />
      <div ref={thumb} className="device-frame-thumb" />
      <Pulse key={updates} lit={updates > 0} />
    </div>
  );
}

function Pulse({ lit }: { readonly lit: boolean }) {
  const [on, setOn] = useState(lit);
  useEffect(() => {
    const timer = setTimeout(() => setOn(false), pulseMs);
    return () => clearTimeout(timer);
  }, []);
  return <div className="device-frame-pulse" data-lit={on} />;
}
