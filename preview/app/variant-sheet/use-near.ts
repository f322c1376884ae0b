import { type RefObject, useEffect, useState } from "react";

/** How far outside of the view an element still counts as near, as CSS writes a margin. */
const nearby = "300px 0px";

/**
 * Whether an element is in view or soon will be.
 *
 * @param scroller selector of what it scrolls in
 */
export function useNear(element: RefObject<HTMLElement | null>, scroller: string): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting ?? false),
      { root: element.current.closest(scroller), rootMargin: nearby },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, scroller]);
  return near;
}
