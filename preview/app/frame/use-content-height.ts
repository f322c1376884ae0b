import { useEffect, useRef } from "react";
import { listen, rootOf } from "./email-dom.ts";

/** Height of a frame while what is in it is measured, px: a document is as tall as its frame. */
const measuringHeight = 100;

/**
 * Tells how tall what is in a frame is, so that the frame can be as tall; again when its width
 * changes, or a picture comes that makes it taller.
 *
 * @returns a function that begins to watch a frame, in place of the one before
 */
export function useContentHeight(
  onHeight: ((height: number) => void) | undefined,
): (frame: HTMLIFrameElement) => void {
  const report = useRef(onHeight);
  report.current = onHeight;
  const shown = useRef<HTMLIFrameElement | null>(null);
  const observer = useRef<ResizeObserver | null>(null);
  const tell = (frame: HTMLIFrameElement) => {
    if (report.current && shown.current === frame) report.current(measure(frame));
  };
  const isWanted = onHeight !== undefined;
  useEffect(() => {
    if (isWanted && shown.current) report.current?.(measure(shown.current));
  }, [isWanted]);
  useEffect(() => () => observer.current?.disconnect(), []);
  return (frame) => {
    shown.current = frame;
    observer.current?.disconnect();
    let width = frame.clientWidth;
    observer.current = new ResizeObserver(() => {
      if (frame.clientWidth === width) return;
      width = frame.clientWidth;
      tell(frame);
    });
    observer.current.observe(frame);
    // Loads do not bubble, but they can be caught on their way down.
    if (frame.contentDocument) listen(frame.contentDocument, "load", () => tell(frame), true);
    tell(frame);
  };
}

function measure(frame: HTMLIFrameElement): number {
  const root = frame.contentDocument && rootOf(frame.contentDocument);
  if (!root) return 0;
  const { height } = frame.style;
  frame.style.height = `${measuringHeight}px`;
  const measured = root.scrollHeight;
  frame.style.height = height;
  return measured;
}
