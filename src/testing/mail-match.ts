import type { InboxMessage } from "../inbox/inbox.ts";
import { includesText, isLike } from "../inbox/lift/compare-text.ts";
import { readText } from "../inbox/lift/read-text.ts";

/** What a mail must be like; all that is given must hold. */
export interface MailMatch {
  /** Address of a recipient of the envelope, Bcc included: whole, in any case, or a pattern. */
  readonly to?: string | RegExp | undefined;
  /** Address in From: whole, in any case, or a pattern. */
  readonly from?: string | RegExp | undefined;
  /** The whole subject, or a pattern. */
  readonly subject?: string | RegExp | undefined;
  /** Words of the text, white space apart, or a pattern. */
  readonly text?: string | RegExp | undefined;
  readonly tag?: string | undefined;
  readonly stream?: string | undefined;
  /** Fields that must be among the metadata. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

type Expected = { readonly [Field in keyof MailMatch]-?: NonNullable<MailMatch[Field]> };
type Tests = {
  readonly [Field in keyof Expected]: (message: InboxMessage, expected: Expected[Field]) => boolean;
};

const tests: Tests = {
  to: ({ envelope }, expected) => envelope.to.some((address) => isAddressLike(address, expected)),
  from: ({ from }, expected) => from !== undefined && isAddressLike(from.address, expected),
  subject: ({ subject }, expected) => isLike(subject, expected),
  text: (message, expected) => includesText(readText(message), expected),
  tag: ({ tag }, expected) => tag === expected,
  stream: ({ stream }, expected) => stream === expected,
  metadata: ({ metadata }, expected) =>
    Object.entries(expected).every(([key, value]) => findField(metadata, key) === value),
};

/** Whether a message is like `match`. */
export function matchesMail(message: InboxMessage, match: MailMatch): boolean {
  function holds<Field extends keyof Expected>(field: Field): boolean {
    const expected = match[field] as Expected[Field] | undefined;
    return expected === undefined || tests[field](message, expected);
  }
  return (Object.keys(tests) as (keyof Expected)[]).every(holds);
}

/** Whether an address is the expected one, in any case, or is like a pattern. */
export function isAddressLike(address: string, expected: string | RegExp): boolean {
  return typeof expected === "string"
    ? address.toLowerCase() === expected.toLowerCase()
    : address.search(expected) >= 0;
}

// Header names have no case, so neither have the keys of metadata once it was sent.
function findField(metadata: InboxMessage["metadata"], key: string): string | undefined {
  const entry = Object.entries(metadata).find(([name]) => name.toLowerCase() === key.toLowerCase());
  return entry?.[1];
}
