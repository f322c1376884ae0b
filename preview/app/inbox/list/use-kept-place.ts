import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { Thread } from "../threads.ts";

/** How many rows from the first in sight are remembered: any of them may move or go. */
const remembered = 30;

interface Place {
  /** What is listed: another search is another list, and begins at its top. */
  readonly listKey: string;
  readonly threads: readonly Thread[];
  readonly top: number;
}

/**
 * Keeps a list where one scrolled it while rows come and go above what one sees.
 *
 * @param listKey what is searched for; another one is another list
 * @returns how many rows came above since one was at the top
 */
export function useKeptPlace(
  scroller: RefObject<HTMLElement | null>,
  threads: readonly Thread[],
  rowHeight: number,
  listKey: string,
): number {
  const place = useRef<Place>({ listKey, threads, top: 0 });
  const [newAbove, setNewAbove] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = () => {
      place.current = { ...place.current, top: element.scrollTop };
      if (element.scrollTop < rowHeight) setNewAbove(0);
    };
    element.addEventListener("scroll", read, { passive: true });
    return () => element.removeEventListener("scroll", read);
  }, [scroller, rowHeight]);
  useLayoutEffect(() => {
    const { current: before } = place;
    const element = scroller.current;
    place.current = { listKey, threads, top: element?.scrollTop ?? 0 };
    if (!element || before.threads === threads) return;
    if (before.listKey !== listKey) return setNewAbove(0);
    if (before.top < rowHeight) return;
    const moved = movedRows(before.threads, threads, Math.floor(before.top / rowHeight));
    if (moved === null) return;
    element.scrollTop = before.top + moved.rows * rowHeight;
    place.current = { listKey, threads, top: element.scrollTop };
    setNewAbove((count) => count + moved.come);
  }, [scroller, threads, rowHeight, listKey]);
  return newAbove;
}

/**
 * How far the rows in sight have moved down, and how many new ones lie above them.
 *
 * @param first index of the first row in sight
 * @returns null when none of them is there any more
 */
export function movedRows(
  before: readonly Thread[],
  after: readonly Thread[],
  first: number,
): { readonly rows: number; readonly come: number } | null {
  const places = new Map(after.map(({ head }, index) => [head.id, index]));
  for (let index = first; index < Math.min(before.length, first + remembered); index += 1) {
    const now = places.get(before[index]?.head.id ?? "");
    if (now === undefined) continue;
    const known = new Set(before.map(({ head }) => head.id));
    const come = after.slice(0, now).filter(({ head }) => !known.has(head.id)).length;
    return { rows: now - index, come };
  }
  return null;
}
