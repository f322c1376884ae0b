import { elementOf, listen, ownStyleOf, rootOf, unlisten } from "../../frame/email-dom.ts";
import { readFrameToken } from "../../frame/frame-document.ts";

/** What a person does in an email's frame while looking for an element. */
export interface FrameWatcher {
  readonly onPoint: (element: Element) => void;
  readonly onChoose: (element: Element) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  /** Something moved: what is drawn over the frame moves along. */
  readonly onMove: () => void;
}

const shownFrames = "iframe[data-frame='shown']";

/** Listens in every frame that shows an email below `root`, also in those to come. */
export function watchFrames(root: HTMLElement, watcher: FrameWatcher): () => void {
  const watched = new Map<Window, () => void>();

  function look(): void {
    const frames = [...root.querySelectorAll<HTMLIFrameElement>(shownFrames)];
    const windows = frames.flatMap(({ contentWindow, contentDocument }) =>
      contentWindow && contentDocument && !isOther(contentDocument) ? contentWindow : [],
    );
    for (const [window, stop] of watched) {
      if (windows.includes(window)) continue;
      stop();
      watched.delete(window);
    }
    for (const window of windows) {
      if (!watched.has(window)) watched.set(window, watchWindow(window, watcher));
    }
    watcher.onMove();
  }

  const observer = new MutationObserver(look);
  observer.observe(root, { subtree: true, childList: true, attributeFilter: ["data-frame"] });
  addEventListener("resize", watcher.onMove);
  root.addEventListener("scroll", watcher.onMove, { capture: true, passive: true });
  look();
  return () => {
    observer.disconnect();
    removeEventListener("resize", watcher.onMove);
    root.removeEventListener("scroll", watcher.onMove, { capture: true });
    for (const stop of watched.values()) stop();
  };
}

/** The email that lies beside, another variant or locale, comes from other elements. */
function isOther(document: Document): boolean {
  return readFrameToken(document)?.startsWith("beside|") ?? false;
}

/** At the window, so that it comes before whatever else listens in the document. */
function watchWindow(window: Window, watcher: FrameWatcher): () => void {
  const root = rootOf(window.document);
  const style = root && ownStyleOf(root);
  const { onMove } = watcher;
  const point = (event: Event) => {
    const element = elementOf(event);
    if (element) watcher.onPoint(element);
  };
  const choose = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const element = elementOf(event);
    if (element) watcher.onChoose(element);
  };
  const capture = { capture: true };
  listen(window, "pointermove", point, capture);
  listen(window, "click", choose, capture);
  listen(window, "keydown", watcher.onKey, capture);
  listen(window, "scroll", onMove, { capture: true, passive: true });
  style?.setProperty("cursor", "crosshair", "important");
  return () => {
    unlisten(window, "pointermove", point, capture);
    unlisten(window, "click", choose, capture);
    unlisten(window, "keydown", watcher.onKey, capture);
    unlisten(window, "scroll", onMove, capture);
    style?.removeProperty("cursor");
  };
}
