import type { InboxMessage } from "../../../src/inbox/inbox.ts";
import { findCodes, likelyCodeScore } from "../../../src/testing/code.ts";
import { links } from "../../../src/testing/links.ts";
import type { MessageLink } from "../../protocol.ts";

/** More than a reader goes through. */
const mostLinks = 500;
const mostCodes = 3;

/** What a message is there for, often: its links, and a code to type in. */
export interface LiftedOut {
  readonly links: readonly MessageLink[];
  readonly codes: readonly string[];
}

/** Finds the links and the likeliest one-time codes of a message. */
export function liftOut(message: Pick<InboxMessage, "html" | "text">): LiftedOut {
  const found = findCodes(message).filter(({ score }) => score >= likelyCodeScore);
  const best = Math.max(...found.map(({ score }) => score));
  const likeliest = found.filter(({ score }) => score === best).map(({ value }) => value);
  return {
    links: links(message).slice(0, mostLinks),
    codes: [...new Set(likeliest)].slice(0, mostCodes),
  };
}
