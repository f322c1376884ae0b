import type { InboxMessage } from "../inbox.ts";
import { findCodes, likelyCodeScore } from "./code.ts";
import type { LiftedOut } from "./lifted-out.ts";
import { links } from "./links.ts";

/** More than a reader goes through. */
const mostLinks = 500;
const mostCodes = 3;
/** Of each body so much is looked through, in characters. */
const longestBody = 500_000;

/** The parts of a body that {@link liftOut} looks through. */
export function liftedBodies({ html, text }: Pick<InboxMessage, "html" | "text">) {
  return { html: html?.slice(0, longestBody), text: text?.slice(0, longestBody) };
}

/** Whether {@link liftedBodies} gives bodies whole. */
export function isWhole({ html = "", text = "" }: Pick<InboxMessage, "html" | "text">): boolean {
  return Math.max(html.length, text.length) <= longestBody;
}

/** Finds the links and the likeliest one-time codes in {@link liftedBodies}. */
export function liftOut(
  message: Pick<InboxMessage, "html" | "text">,
): Omit<LiftedOut, "isComplete"> {
  const allLinks = links(message);
  const found = findCodes(message).filter(({ score }) => score >= likelyCodeScore);
  const best = found.reduce((most, { score }) => Math.max(most, score), 0);
  const likeliest = found.filter(({ score }) => score === best).map(({ value }) => value);
  return {
    links: allLinks.slice(0, mostLinks),
    linkCount: allLinks.length,
    codes: [...new Set(likeliest)].slice(0, mostCodes),
  };
}
