import { formatAddress, parseAddress } from "./address.ts";
import type { ReadValue } from "./list-uris.ts";
import type { Address } from "./message.ts";

/**
 * Headers that hold mailboxes, apart from the message's own: RFC 8098 §2.1 for the first, the others
 * by custom.
 */
const names: ReadonlySet<string> = new Set(
  (
    "disposition-notification-to return-receipt-to errors-to x-errors-to x-confirm-reading-to " +
    "mail-followup-to mail-reply-to original-from x-original-from apparently-to abuse-reports-to " +
    "delivered-to envelope-to x-original-to x-forwarded-to"
  ).split(" "),
);

/** Whether a header's value is a list of mailboxes, to be written as one (RFC 5322 §3.4). */
export function holdsMailboxes(name: string): boolean {
  return names.has(name.toLowerCase());
}

/** A list of mailboxes, or what is wrong with it. */
export type ParsedMailboxes =
  | { readonly mailboxes: readonly Address[]; readonly problem?: undefined }
  | { readonly mailboxes?: undefined; readonly problem: string };

/** Reads mailboxes with commas between them, as a header has them. */
export function parseMailboxes(text: string): ParsedMailboxes {
  const mailboxes: Address[] = [];
  for (const entry of splitMailboxes(text)) {
    const { address, problem } = parseAddress(entry);
    if (problem !== undefined) return { problem };
    mailboxes.push(address);
  }
  return { mailboxes };
}

/** Reads mailboxes, and writes them plainly: names not encoded, domains in ASCII. */
export function readMailboxes(text: string): ReadValue {
  const { mailboxes, problem } = parseMailboxes(text);
  return problem === undefined ? { value: mailboxes.map(formatAddress).join(", ") } : { problem };
}

/**
 * A list of mailboxes as its entries, none of them read. Commas within quotes belong to a name; one at
 * the end, which some write, to nothing.
 */
export function splitMailboxes(text: string): readonly string[] {
  const entries: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (isQuoted && text[at] === "\\") at += 1;
    else if (!isQuoted && text[at] === ",") {
      entries.push(text.slice(start, at));
      start = at + 1;
    }
  }
  const last = text.slice(start);
  return last.trim() === "" && entries.length > 0 ? entries : [...entries, last];
}
