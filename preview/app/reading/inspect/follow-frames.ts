import { listen, unlisten } from "../../frame/email-dom.ts";
import { readFrameToken } from "../../frame/frame-document.ts";

const shownFrames = "iframe[data-frame='shown']";

/** The windows of the frames below an element that show the email itself, and no other beside it. */
export function shownWindows(root: HTMLElement): readonly Window[] {
  return [...root.querySelectorAll<HTMLIFrameElement>(shownFrames)].flatMap(
    ({ contentWindow, contentDocument }) =>
      contentWindow && contentDocument && !isOther(contentDocument) ? contentWindow : [],
  );
}

/**
 * Follows the frames that show an email below `root`, also those to come.
 *
 * @param onMove something moved: what is drawn over a frame moves along
 * @param onWindow begins with a window. @returns what ends with it
 * @returns what ends all
 */
export function followFrames(
  root: HTMLElement,
  onMove: () => void,
  onWindow: (window: Window) => () => void = () => () => undefined,
): () => void {
  const followed = new Map<Window, () => void>();

  function follow(window: Window): () => void {
    const scroll = { capture: true, passive: true };
    listen(window, "scroll", onMove, scroll);
    const stop = onWindow(window);
    return () => {
      unlisten(window, "scroll", onMove, { capture: true });
      stop();
    };
  }

  function look(): void {
    const windows = shownWindows(root);
    for (const [window, stop] of followed) {
      if (windows.includes(window)) continue;
      stop();
      followed.delete(window);
    }
    for (const window of windows) {
      if (!followed.has(window)) followed.set(window, follow(window));
    }
    onMove();
  }

  const observer = new MutationObserver(look);
  observer.observe(root, { subtree: true, childList: true, attributeFilter: ["data-frame"] });
  addEventListener("resize", onMove);
  root.addEventListener("scroll", onMove, { capture: true, passive: true });
  look();
  return () => {
    observer.disconnect();
    removeEventListener("resize", onMove);
    root.removeEventListener("scroll", onMove, { capture: true });
    for (const stop of followed.values()) stop();
  };
}

/** The email that lies beside, another variant or locale, comes from other elements. */
function isOther(document: Document): boolean {
  return readFrameToken(document)?.startsWith("beside|") ?? false;
}
