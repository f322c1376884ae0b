import { listen, rootOf } from "./email-dom.ts";

/** Frames that scroll in step. */
export interface ScrollGroup {
  /** Puts a frame in, in place of the one that had the key. */
  join(key: string, frame: HTMLIFrameElement): void;
  leave(key: string): void;
}

/**
 * Makes a group: where one frame is scrolled, the others go as far along their own length, since
 * the same email is longer on a phone.
 */
export function createScrollGroup(): ScrollGroup {
  const frames = new Map<string, HTMLIFrameElement>();
  /** Where a frame was put by the group: its own event is none of the reader's. */
  const placed = new WeakMap<HTMLIFrameElement, number>();

  function follow(from: HTMLIFrameElement): void {
    const view = from.contentWindow;
    if (!view) return;
    const expected = placed.get(from);
    placed.delete(from);
    if (expected !== undefined && Math.abs(expected - view.scrollY) < 2) return;
    const length = scrollLength(from);
    const share = length > 0 ? view.scrollY / length : 0;
    for (const frame of frames.values()) if (frame !== from) placeAt(frame, share);
  }

  function placeAt(frame: HTMLIFrameElement, share: number): void {
    const top = Math.round(scrollLength(frame) * share);
    if (Math.abs((frame.contentWindow?.scrollY ?? top) - top) < 1) return;
    placed.set(frame, top);
    frame.contentWindow?.scrollTo({ top, behavior: "instant" });
  }

  return {
    join(key, frame) {
      if (frames.get(key) === frame) return;
      frames.set(key, frame);
      if (!frame.contentWindow) return;
      listen(
        frame.contentWindow,
        "scroll",
        () => {
          if (frames.get(key) === frame) follow(frame);
        },
        { passive: true },
      );
    },
    leave: (key) => frames.delete(key),
  };
}

/** How far a frame scrolls, px. */
function scrollLength(frame: HTMLIFrameElement): number {
  const root = frame.contentDocument && rootOf(frame.contentDocument);
  return root ? Math.max(0, root.scrollHeight - root.clientHeight) : 0;
}
