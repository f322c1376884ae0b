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
    const windows = frames.flatMap(({ contentWindow }) =>
      contentWindow && !isOther(contentWindow.document) ? contentWindow : [],
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
  const { documentElement } = window.document;
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
  window.addEventListener("pointermove", point, capture);
  window.addEventListener("click", choose, capture);
  window.addEventListener("keydown", watcher.onKey, capture);
  window.addEventListener("scroll", onMove, { capture: true, passive: true });
  documentElement.style.setProperty("cursor", "crosshair", "important");
  return () => {
    window.removeEventListener("pointermove", point, capture);
    window.removeEventListener("click", choose, capture);
    window.removeEventListener("keydown", watcher.onKey, capture);
    window.removeEventListener("scroll", onMove, capture);
    documentElement.style.removeProperty("cursor");
  };
}

/** Elements of a frame are of another realm: `instanceof` would not know them. */
function elementOf({ target }: Event): Element | null {
  const node = target as Node | null;
  return node?.nodeType === 1 ? (node as Element) : null;
}
