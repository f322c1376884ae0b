import type { KeyboardEvent, RefObject } from "react";

/** How a list of rows, of which one is opened, is walked by arrow keys. */
export interface ListKeys {
  /** Puts the focus on the row that Tab stops at. */
  readonly focusStop: () => void;
  readonly press: (event: KeyboardEvent) => void;
}

/**
 * Makes the keys of a list. They stop at its ends.
 *
 * @param selected index of the opened row; below 0 when none is
 * @param open opens the row of an index, if there is one
 */
export function listKeys(
  scroller: RefObject<HTMLElement | null>,
  selected: number,
  open: (index: number) => void,
): ListKeys {
  const focusStop = () => scroller.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  return {
    focusStop,
    press(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      open(selected < 0 ? 0 : selected + step);
      requestAnimationFrame(focusStop);
    },
  };
}
