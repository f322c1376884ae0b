import type { CheckedEmail } from "./checked-email.ts";
import { attribute, descendants, type EmailElement } from "./element.ts";

/** A link that a reader can press. */
export interface EmailLink {
  readonly element: EmailElement;
  /** As written, without spaces around. */
  readonly href: string;
  /** What a reader is told of it: its words, or what its images say. */
  readonly name: string;
  /** Undefined for what is no absolute address. */
  readonly url: URL | undefined;
}

const known = new WeakMap<CheckedEmail, readonly EmailLink[]>();

/** The links of an email that are shown: `<a href>` and `<area href>`. */
export function linksOf(email: CheckedEmail): readonly EmailLink[] {
  const ready = known.get(email);
  if (ready) return ready;
  const links = email.shown.flatMap((element) => {
    const href = attribute(element, "href")?.trim();
    if (href === undefined || (element.name !== "a" && element.name !== "area")) return [];
    return [{ element, href, name: nameOf(email, element), url: toUrl(href) }];
  });
  known.set(email, links);
  return links;
}

/** What assistive technology calls an element. @see https://www.w3.org/TR/accname-1.2/ */
export function nameOf(email: CheckedEmail, element: EmailElement): string {
  const label = attribute(element, "aria-label")?.trim();
  if (label) return label;
  if (element.name === "area") return attribute(element, "alt")?.trim() ?? "";
  const text = email.textOf(element);
  const images = descendants(element)
    .filter((one) => one.name === "img" && email.isShown(one))
    .map((one) => attribute(one, "alt")?.trim() ?? "");
  const name = [text, ...images].filter(Boolean).join(" ");
  return name || attribute(element, "title")?.trim() || "";
}

function toUrl(href: string): URL | undefined {
  return URL.canParse(href) ? new URL(href) : undefined;
}

/** What another program fills in later: nothing about such an address is known. */
export function isPlaceholder(href: string): boolean {
  return /\{\{|%%|\*\||<%|\{%/.test(href) || /%7B%7B/i.test(href);
}

/** An address without what may be secret in it. */
export function showAddress(href: string): string {
  const plain = href.replace(/[?#].*$/s, "");
  const shown = plain.length > 80 ? `${plain.slice(0, 80)}…` : plain;
  return plain.length < href.length ? `${shown}?…` : shown;
}
