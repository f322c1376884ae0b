import {
  hasControlCharacter,
  holdsEncodedWordOpener,
  isPrintableAscii,
  longestWordLength,
  quoteKey,
} from "./characters.ts";
import type { IssueLog } from "./issue-log.ts";
import { maxLineLength } from "./limits.ts";
import type { Address, HeadersInput } from "./message.ts";
import { reasonHeaderIsOwned } from "./owned-headers.ts";

/** One header line as it will be written. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** RFC 5322 §3.6.8 `ftext`: printable ASCII without the colon. */
const headerName = /^[!-9;-~]+$/;

/** Headers whose values follow a grammar that knows no encoded words (RFC 2047 §5). */
const structured: ReadonlySet<string> = new Set(
  (
    "in-reply-to references auto-submitted precedence list-id list-help list-archive list-owner " +
    "list-post list-subscribe x-auto-response-suppress"
  ).split(" "),
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
    if (problem) log.report(`headers[${quoteKey(name)}]`, problem);
    else headers.push({ name, value });
  }
  return headers;
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
  if (structured.has(key) && !isPrintableAscii(value)) {
    return "holds characters that are not ASCII, which this header cannot carry; remove them";
  }
  if (structured.has(key) && holdsEncodedWordOpener(value)) {
    return "holds '=?', which begins an encoded word, and this header knows none; remove it";
  }
  if (isPrintableAscii(value) && longestWordLength(value) + key.length + 2 > maxLineLength) {
    return `holds a word that does not fit in a line of ${maxLineLength} characters; shorten it`;
  }
  return undefined;
}
