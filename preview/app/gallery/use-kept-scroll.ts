import { type RefObject, useLayoutEffect } from "react";

const key = "letterpress.gallery-scroll";

/** Comes back to where the gallery was left, in this tab. */
export function useKeptScroll(scroller: RefObject<HTMLElement | null>, isDrawn: boolean): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !isDrawn) return;
    element.scrollTop = Number(read()) || 0;
    const keep = () => write(String(element.scrollTop));
    element.addEventListener("scrollend", keep);
    return () => element.removeEventListener("scrollend", keep);
  }, [scroller, isDrawn]);
}

function read(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Without storage, coming back begins at the top.
  }
}
