import { elementOf, listen, ownStyleOf, rootOf, unlisten } from "../../frame/email-dom.ts";
import { followFrames } from "./follow-frames.ts";

/** What a person does in an email's frame while looking for an element. */
export interface FrameWatcher {
  readonly onPoint: (element: Element) => void;
  readonly onChoose: (element: Element) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  /** Something moved: what is drawn over the frame moves along. */
  readonly onMove: () => void;
}

/** Listens in every frame that shows an email below `root`, also in those to come. */
export function watchFrames(root: HTMLElement, watcher: FrameWatcher): () => void {
  return followFrames(root, watcher.onMove, (window) => watchWindow(window, watcher));
}

/** At the window, so that it comes before whatever else listens in the document. */
function watchWindow(window: Window, watcher: FrameWatcher): () => void {
  const root = rootOf(window.document);
  const style = root && ownStyleOf(root);
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
  style?.setProperty("cursor", "crosshair", "important");
  return () => {
    unlisten(window, "pointermove", point, capture);
    unlisten(window, "click", choose, capture);
    unlisten(window, "keydown", watcher.onKey, capture);
    style?.removeProperty("cursor");
  };
}
