import { type RefObject, useLayoutEffect, useState } from "react";

/** Drawn beyond what one sees, px. */
const beyondPx = 500;

/** A scroll shorter than this changes nothing, px. */
const stepPx = 120;

/** The stretch of a long page that is near what one sees, px from its top. */
export interface ViewSpan {
  readonly from: number;
  readonly to: number;
  /** Where what one sees begins. */
  readonly top: number;
}

/** Follows a scroller. */
export function useViewSpan(scroller: RefObject<HTMLElement | null>): ViewSpan {
  const [view, setView] = useState({ top: 0, height: 900 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = () => {
      const top = Math.floor(element.scrollTop / stepPx) * stepPx;
      const height = element.clientHeight;
      setView((old) => (old.top === top && old.height === height ? old : { top, height }));
    };
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener("scroll", read, { passive: true });
    read();
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", read);
    };
  }, [scroller]);
  const { top, height } = view;
  return { from: top - beyondPx, to: top + height + beyondPx + stepPx, top };
}
