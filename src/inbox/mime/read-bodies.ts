import { readHtml } from "../lift/read-html.ts";
import type { MimePart } from "./mime-part.ts";

/** What a reader sees of a message, as text and as HTML. */
export interface Bodies {
  readonly text: string | undefined;
  readonly html: string | undefined;
}

/** The text of a part that is a body, by its kind; `undefined` where the part is a file. */
export type ReadBody = (
  part: MimePart,
) => { readonly role: keyof Bodies; readonly content: string } | undefined;

const none: Bodies = { text: undefined, html: undefined };

/**
 * Puts the bodies of a message together: of `multipart/alternative` the last of each kind, of any
 * other multipart all in their order. Where a multipart holds text beside HTML, each stands in
 * the other's form too, so that neither view lacks what a mail client shows.
 *
 * @see RFC 2046 §5.1.3, §5.1.4
 */
export function readBodies(part: MimePart, read: ReadBody): Bodies {
  if (part.children.length === 0) {
    const body = read(part);
    return body ? { ...none, [body.role]: body.content } : none;
  }
  const bodies = part.children
    .map((child) => readBodies(child, read))
    .filter(({ text, html }) => text !== undefined || html !== undefined);
  return part.type === "multipart/alternative" ? choose(bodies) : join(bodies);
}

function choose(bodies: readonly Bodies[]): Bodies {
  const texts = bodies.filter(({ text }) => text !== undefined);
  const only = texts.filter(({ html }) => html === undefined);
  return {
    text: lastFilled((only.length > 0 ? only : texts).map(({ text }) => text)),
    html: lastFilled(bodies.map(({ html }) => html)),
  };
}

function lastFilled(values: readonly (string | undefined)[]): string | undefined {
  return values.findLast((value) => value) ?? values.find((value) => value !== undefined);
}

function join(bodies: readonly Bodies[]): Bodies {
  const hasText = bodies.some(({ text }) => text !== undefined);
  const hasHtml = bodies.some(({ html }) => html !== undefined);
  return {
    text: hasText
      ? bodies.map(({ text, html }) => text ?? readHtml(html ?? "").text).join("\n")
      : undefined,
    html: hasHtml
      ? bodies.map(({ text, html }) => html ?? toHtml(text ?? "")).join("\n")
      : undefined,
  };
}

function toHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<div>${escaped.replaceAll("\n", "<br>\n")}</div>`;
}
