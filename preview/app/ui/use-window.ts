import { type RefObject, useLayoutEffect, useState } from "react";

/** The part of a long list that is near what one sees. */
export interface Window {
  /** Index of the first row to draw. */
  readonly start: number;
  /** Index after the last. */
  readonly end: number;
}

/** Rows drawn beyond each edge, so that a quick scroll finds them there. */
const overscan = 12;

/**
 * Draws only the rows near the view, so that ten thousand cost what fifty do.
 *
 * @param scroller the element that scrolls; the rows fill it from its top
 * @param rowHeight px, the same for every row
 */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  rowCount: number,
  rowHeight: number,
): Window {
  const [view, setView] = useState({ top: 0, height: 900 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = () => {
      // In steps, so that most scroll events change nothing.
      const top = Math.floor(element.scrollTop / rowHeight / 4) * 4;
      const height = element.clientHeight;
      setView((old) => (old.top === top && old.height === height ? old : { top, height }));
    };
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener("scroll", read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", read);
    };
  }, [scroller, rowHeight]);
  const start = Math.max(0, Math.min(view.top, rowCount) - overscan);
  const end = Math.min(rowCount, view.top + Math.ceil(view.height / rowHeight) + overscan + 4);
  return { start, end };
}

/** Scrolls so that a row is in view: just so far when it is near, to the middle when it is not. */
export function revealRow(scroller: HTMLElement | null, index: number, rowHeight: number): void {
  if (!scroller || index < 0) return;
  const height = scroller.clientHeight;
  const above = scroller.scrollTop - index * rowHeight;
  const below = (index + 1) * rowHeight - scroller.scrollTop - height;
  if (Math.max(above, below) > 3 * rowHeight) {
    scroller.scrollTop = (index + 0.5) * rowHeight - height / 2;
  } else if (above > 0) scroller.scrollTop -= above;
  else if (below > 0) scroller.scrollTop += below;
}
