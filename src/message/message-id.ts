import { holdsEncodedWordOpener } from "./characters.ts";
import { maxLineLength } from "./limits.ts";

/** RFC 5322 §3.6.4 `msg-id`, without the obsolete forms. */
const messageId = /^[\w!#$%&'*+/=?^`{|}~.-]+@(?:[\w!#$%&'*+/=?^`{|}~.-]+|\[[!-Z^-~]*\])$/;

/** Reads a Message-ID without `=?`, which would have to be encoded, with or without angle brackets. @returns it with them, or `undefined` when it is none */
export function parseMessageId(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  const bare = /^<.*>$/.test(text) ? text.slice(1, -1) : text;
  const fits = bare.length < maxLineLength - "Message-ID: <>".length;
  return fits && messageId.test(bare) && !holdsEncodedWordOpener(bare) ? `<${bare}>` : undefined;
}
