import type { InboxMessage } from "../inbox.ts";
import { withAsciiDigits } from "./ascii-digits.ts";
import { codeWord, numberOf } from "./code-words.ts";
import { withoutAddresses } from "./find-addresses.ts";
import { readText } from "./read-text.ts";

/** Digits in a row, or in groups as they are easier to read: `123456`, `123 456`, `123-456`. */
const digits = /\d{4,8}|\d{3}[ -]\d{3}|\d{4}[ -]\d{4}/;

/** Capital letters and digits, at least one of each: `A1B2C3`, `ABCD-12EF`. */
const mixed = /(?=[A-Z-]*\d)(?=[\d-]*[A-Z])[A-Z\d]{3,10}(?:-[A-Z\d]{3,10})?/;

const candidate = new RegExp(
  // Not part of a longer word, an amount, a time, a date, a number with decimals, or an order's number.
  `(?<!\\d:|[\\w#$€£¥￥₩₽₹.,/+-])(?:${digits.source}|${mixed.source})(?![\\w%€円元원년年]|[.,:/]\\d|-\\w)`,
  "g",
);

/** The words of `numberOf` with their spaces are shorter than this. */
const longestNumberOf = 40;

const year = /^(19|20)\d\d$/;

/** What may be a code, without the spaces of its groups, and how likely it is: more is likelier. */
export interface CodeCandidate {
  readonly value: string;
  readonly score: number;
}

/** What stands alone on its line, close below a word such as "code", or beside one, scores so at least. */
export const likelyCodeScore = 3;

/**
 * The one-time code of a message, without the spaces of its groups.
 *
 * Looks for four to eight digits, or capitals and digits mixed, in the text (in the words of the
 * HTML where there is no text). What stands alone on its line, or beside a word such as "code" or
 * "PIN", is preferred; addresses are not looked into.
 *
 * @throws {Error} when there is none, or when several are equally likely, naming them
 */
export function code(message: Pick<InboxMessage, "html" | "text">): string {
  const found = findCodes(message);
  // Not by spreading: a text may have more numbers than a call takes arguments.
  const best = found.reduce((most, { score }) => Math.max(most, score), -Infinity);
  const values = [
    ...new Set(found.filter(({ score }) => score === best).map(({ value }) => value)),
  ];
  const [value] = values;
  if (value === undefined) {
    throw new Error("Cannot find a code: the message has no number of 4 to 8 digits, nor the like");
  }
  if (values.length > 1) {
    throw new Error(`Cannot tell the code: it may be any of ${values.join(", ")}`);
  }
  return value;
}

/** Whatever in a message may be a code, in the order it stands. */
export function findCodes(message: Pick<InboxMessage, "html" | "text">): readonly CodeCandidate[] {
  const lines = withAsciiDigits(withoutAddresses(readText(message))).split("\n");
  return lines.flatMap((line, at) => {
    const isBeside = codeWord.test(line);
    const alone = line.trim();
    return [...line.matchAll(candidate)].flatMap(({ 0: written, index }) => {
      if (numberOf.test(line.slice(Math.max(0, index - longestNumberOf), index))) return [];
      const isAlone = alone === written;
      // "Your code is:" often stands on the line above, and a blank one between.
      const isBelow = isAlone && codeWord.test(lines.slice(Math.max(0, at - 2), at).join(" "));
      const score =
        (isBeside ? 4 : 0) + (isAlone ? 2 : 0) + (isBelow ? 1 : 0) - (year.test(written) ? 2 : 0);
      return { value: written.replace(" ", ""), score };
    });
  });
}
