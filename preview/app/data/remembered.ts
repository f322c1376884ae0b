import { useCallback, useSyncExternalStore } from "react";

const changed = "letterpress:remembered";

/**
 * A string kept in this browser between visits: for how one likes to look, never for what one
 * looks at (that is in the URL). Where storage is refused it lasts as long as the page.
 *
 * @returns the value, or `fallback` when there is none, and its setter
 */
export function useRemembered(key: string, fallback: string): [string, (next: string) => void] {
  const value = useSyncExternalStore(subscribe, () => readRemembered(key) ?? fallback);
  const set = useCallback((next: string) => writeRemembered(key, next), [key]);
  return [value, set];
}

/** Reads outside of a component. */
export function readRemembered(key: string): string | null {
  try {
    return localStorage.getItem(`letterpress.${key}`);
  } catch {
    return null;
  }
}

/** Writes, and tells every component that reads it. */
export function writeRemembered(key: string, value: string): void {
  try {
    localStorage.setItem(`letterpress.${key}`, value);
  } catch {
    // Storage is full or refused: the choice is lost, the preview goes on.
  }
  dispatchEvent(new Event(changed));
}

function subscribe(listener: () => void): () => void {
  addEventListener(changed, listener);
  addEventListener("storage", listener);
  return () => {
    removeEventListener(changed, listener);
    removeEventListener("storage", listener);
  };
}
