import type { InboxMessage } from "../../../src/inbox/inbox.ts";
import { findCodes, likelyCodeScore } from "../../../src/inbox/lift/code.ts";
import { links } from "../../../src/inbox/lift/links.ts";
import type { MessageLink } from "../../protocol/index.ts";

/** More than a reader goes through. */
const mostLinks = 500;
const mostCodes = 3;
/** Of each body so much is looked through, in characters. */
const longestBody = 500_000;

/** What a message is there for, often: its links, and a code to type in. */
export interface LiftedOut {
  readonly links: readonly MessageLink[];
  readonly codes: readonly string[];
}

/** Finds the links and the likeliest one-time codes of a message. */
export function liftOut({ html, text }: Pick<InboxMessage, "html" | "text">): LiftedOut {
  const message = { html: html?.slice(0, longestBody), text: text?.slice(0, longestBody) };
  const found = findCodes(message).filter(({ score }) => score >= likelyCodeScore);
  const best = found.reduce((most, { score }) => Math.max(most, score), 0);
  const likeliest = found.filter(({ score }) => score === best).map(({ value }) => value);
  return {
    links: links(message).slice(0, mostLinks),
    codes: [...new Set(likeliest)].slice(0, mostCodes),
  };
}
