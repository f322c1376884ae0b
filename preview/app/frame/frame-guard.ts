import type { KeyboardLike } from "../keys/actions.tsx";
import { attributeOf, closestOf, elementOf, findAnchor, listen, scrollTo } from "./email-dom.ts";

/** What a person does inside a frame that the page wants to know. */
export interface FrameEvents {
  readonly onKey: (event: KeyboardLike) => void;
  /** A link was clicked, and not followed. */
  readonly onLink: (href: string) => void;
}

/**
 * Listens inside a shown frame, from outside: the email itself runs nothing. Links are caught,
 * because one that opens in its own frame would put a foreign page where the email is.
 */
export function guardFrame(frame: HTMLIFrameElement, events: FrameEvents): void {
  const document = frame.contentDocument;
  if (!document) return;
  listen<KeyboardEvent>(document, "keydown", events.onKey);
  const catchLink = (event: MouseEvent) => {
    const element = elementOf(event);
    const link = element && closestOf(element, "a[href], area[href]");
    if (!link) return;
    event.preventDefault();
    const href = attributeOf(link, "href") ?? "";
    if (href.startsWith("#")) scrollToAnchor(document, href.slice(1));
    else events.onLink((link as HTMLAnchorElement).href || href);
  };
  listen(document, "click", catchLink, true);
  listen(document, "auxclick", catchLink, true);
}

function scrollToAnchor(document: Document, name: string): void {
  const target = findAnchor(document, name);
  if (target) scrollTo(target);
}
