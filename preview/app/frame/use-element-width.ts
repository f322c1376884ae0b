import { type RefObject, useLayoutEffect, useState } from "react";

/** The width of an element in whole px, kept up to date. */
export function useElementWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element.current);
    setWidth(Math.round(element.current.clientWidth));
    return () => observer.disconnect();
  }, [element]);
  return width;
}
