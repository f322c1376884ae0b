import { type RefObject, useLayoutEffect, useState } from "react";

/** Drawn beyond what one sees, px. */
const beyondPx = 500;

/** A scroll shorter than this changes nothing, px. */
const stepPx = 120;

/** The stretch of a long page that is near what one sees, px from its top. */
export function useViewSpan(scroller: RefObject<HTMLElement | null>): {
  readonly from: number;
  readonly to: number;
} {
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
  return { from: view.top - beyondPx, to: view.top + view.height + beyondPx + stepPx };
}
