import { parseAddress } from "./address.ts";
import { hasControlCharacter } from "./characters.ts";

/** What may stand in the query as it is; everything else is percent-encoded. @see RFC 6068 §2 */
const encodedInQuery = /%(?![\da-f]{2})|[^\w!$'()*+,;:@/?.~=&%-]/giu;

/** What may not stand in the mailbox of a URI as it is, though a local part may hold it. */
const encodedInMailbox = /[^\w!$'*+.@~-]/gu;

/**
 * Reads a `mailto:` address with one mailbox, with or without its scheme, and writes it as a URI: what
 * people write into a subject, spaces and all, is percent-encoded. Angle brackets are refused: they end it.
 *
 * @returns `undefined` when there is no mailbox, or more than one
 * @see RFC 6068
 */
export function parseMailto(text: string): string | undefined {
  if (hasControlCharacter(text) || /[<>]/.test(text)) return undefined;
  const [, mailbox = "", query = ""] = /^(?:mailto:)?([^?]*)(\?.*)?$/iu.exec(text.trim()) ?? [];
  const { address } = parseAddress({ address: decode(mailbox) });
  if (address === undefined) return undefined;
  const box = address.address.replace(encodedInMailbox, encode);
  return `mailto:${box}${query.replace(encodedInQuery, encode)}`;
}

function encode(characters: string): string {
  return encodeURIComponent(characters);
}

function decode(mailbox: string): string {
  try {
    return decodeURIComponent(mailbox);
  } catch {
    return mailbox;
  }
}
