import { useEffect, useRef } from "react";
import { rootOf } from "./email-dom.ts";

/**
 * Watches whether what is in a frame is wider than the frame: on a phone that means scrolling
 * sideways, the commonest fault of an email.
 *
 * @returns a function that begins to watch a frame, in place of the one before
 */
export function useOverflow(
  onOverflow: (contentWidth: number | null) => void,
): (frame: HTMLIFrameElement) => void {
  const observer = useRef<ResizeObserver | null>(null);
  const report = useRef(onOverflow);
  report.current = onOverflow;
  useEffect(() => () => observer.current?.disconnect(), []);
  return (frame) => {
    observer.current?.disconnect();
    const root = frame.contentDocument && rootOf(frame.contentDocument);
    if (!root) return;
    observer.current = new ResizeObserver(() => {
      const isWider = root.scrollWidth > root.clientWidth + 1;
      report.current(isWider ? root.scrollWidth : null);
    });
    observer.current.observe(root);
    observer.current.observe(frame);
  };
}
