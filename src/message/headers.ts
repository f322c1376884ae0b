import {
  hasControlCharacter,
  holdsEncodedWordOpener,
  isPrintableAscii,
  longestWordLength,
  quoteKey,
} from "./characters.ts";
import { readIds } from "./header-ids.ts";
import { holdsMailboxes, readMailboxes } from "./header-mailboxes.ts";
import type { IssueLog } from "./issue-log.ts";
import { maxLineLength } from "./limits.ts";
import { readListId } from "./list-id.ts";
import { type ReadValue, readListUris } from "./list-uris.ts";
import type { Address, HeadersInput } from "./message.ts";
import { reasonHeaderIsOwned } from "./owned-headers.ts";

/** One header line as it will be written. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** RFC 5322 §3.6.8 `ftext`: printable ASCII without the colon. */
const headerName = /^[!-9;-~]+$/;

/** Headers whose values follow a grammar of their own, and who reads it. */
const grammars: Readonly<Record<string, (value: string) => ReadValue>> = {
  "in-reply-to": readIds,
  references: readIds,
  "original-message-id": readIds,
  supersedes: readIds,
  obsoletes: readIds,
  "list-id": readListId,
  "list-help": readListUris,
  "list-archive": readListUris,
  "list-owner": readListUris,
  "list-post": (value) => (/^no$/i.test(value) ? { value: "NO" } : readListUris(value)),
  "list-subscribe": readListUris,
  "archived-at": readListUris,
};

/** Headers that know no encoded words (RFC 2047 §5), beside those of {@link grammars}. */
const plain: ReadonlySet<string> = new Set(
  "auto-submitted precedence x-auto-response-suppress".split(" "),
);

/** Only for mail to Postmark's own test mailbox. @see https://postmarkapp.com/support/article/1239 */
const bounceTypeHeader = "x-pm-bounce-type";
const bounceTestDomain = "bounce-testing.postmarkapp.com";

/** Checks extra headers. Those set to `undefined` and those that are wrong are left out. */
export function checkHeaders(
  input: HeadersInput | undefined,
  recipients: readonly Address[],
  log: IssueLog,
): readonly Header[] {
  const headers: Header[] = [];
  const seen = new Set<string>();
  for (const [name, value] of Object.entries(input ?? {})) {
    if (value === undefined) continue;
    const key = name.toLowerCase();
    const problem = seen.has(key)
      ? "is given twice, in different spellings; keep one"
      : (problemOfName(name, recipients) ?? problemOfValue(key, value));
    seen.add(key);
    const read: ReadValue = problem ? { problem } : readValue(key, value);
    if (read.problem) log.report(`headers[${quoteKey(name)}]`, read.problem);
    else headers.push({ name, value: read.value ?? value });
  }
  return headers;
}

function readValue(key: string, value: string): ReadValue {
  if (holdsMailboxes(key)) return readMailboxes(value.trim());
  const read = Object.hasOwn(grammars, key) ? grammars[key] : undefined;
  if (!read && !plain.has(key)) return { value };
  const result = read?.(value.trim()) ?? { value };
  if (!isPrintableAscii(result.value ?? value)) {
    return {
      problem: "holds characters that are not ASCII, which this header cannot carry; remove them",
    };
  }
  if (holdsEncodedWordOpener(result.value ?? "")) {
    return {
      problem: "holds '=?', which begins an encoded word, and this header knows none; remove it",
    };
  }
  return result;
}

function problemOfName(name: string, recipients: readonly Address[]): string | undefined {
  if (!headerName.test(name)) {
    return "is not a header name; use printable ASCII without spaces and colons";
  }
  if (name.length > maxLineLength / 2) return "has too long a name; shorten it";
  if (name.toLowerCase() === bounceTypeHeader) {
    return recipients.every(({ address }) => address.endsWith(`@${bounceTestDomain}`))
      ? undefined
      : `makes a test bounce; it may only go to addresses at ${bounceTestDomain}`;
  }
  return reasonHeaderIsOwned(name);
}

function problemOfValue(key: string, value: unknown): string | undefined {
  if (typeof value !== "string") return "is not a string; write its value as text";
  if (/[\r\n]/.test(value)) return "holds a line break; a header is one line";
  if (hasControlCharacter(value)) return "holds a control character; remove it";
  if (value.trim() === "") return "is empty; leave it out instead";
  if (isPrintableAscii(value) && longestWordLength(value) + key.length + 2 > maxLineLength) {
    return `holds a word that does not fit in a line of ${maxLineLength} characters; shorten it`;
  }
  return undefined;
}
