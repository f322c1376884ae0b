import { type RefObject, useLayoutEffect, useState } from "react";

/** The width of an element in whole px, kept up to date. */
export function useElementWidth(element: RefObject<HTMLElement | null>): number {
  return useElementLength(element, "width");
}

/** The height of an element in whole px, kept up to date. */
export function useElementHeight(element: RefObject<HTMLElement | null>): number {
  return useElementLength(element, "height");
}

function useElementLength(
  element: RefObject<HTMLElement | null>,
  side: "width" | "height",
): number {
  const [length, setLength] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setLength(Math.round(entry.contentRect[side]));
    });
    observer.observe(element.current);
    const { clientWidth, clientHeight } = element.current;
    setLength(Math.round(side === "width" ? clientWidth : clientHeight));
    return () => observer.disconnect();
  }, [element, side]);
  return length;
}
