import type { InboxMessage } from "../inbox/inbox.ts";
import { findAddresses } from "./links.ts";
import { readText } from "./read-text.ts";

/** Digits in a row, or in groups as they are easier to read: `123456`, `123 456`, `123-456`. */
const digits = /\d{4,8}|\d{3}[ -]\d{3}|\d{4}[ -]\d{4}/;

/** Capital letters and digits, at least one of each: `A1B2C3`, `ABCD-12EF`. */
const mixed = /(?=[A-Z-]*\d)(?=[\d-]*[A-Z])[A-Z\d]{3,10}(?:-[A-Z\d]{3,10})?/;

const candidate = new RegExp(
  // Not part of a longer word, an amount, a number with decimals, or an order's number.
  `(?<![\\w#$€£.,/:+-])(?:${digits.source}|${mixed.source})(?![\\w%€]|[.,:/]\\d|-\\w)`,
  "g",
);

/** Words beside which a number is a code. */
const codeWord = /\b(code|passcode|pin|otp|one[- ]time|verification|security|confirm)/i;

const year = /^(19|20)\d\d$/;

interface Candidate {
  readonly value: string;
  readonly score: number;
}

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
  const text = readText(message);
  const withoutAddresses = findAddresses(text).reduce(
    (rest, href) => rest.replaceAll(href, ""),
    text,
  );
  const found = findCandidates(withoutAddresses.split("\n"));
  const best = Math.max(...found.map(({ score }) => score));
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

function findCandidates(lines: readonly string[]): readonly Candidate[] {
  return lines.flatMap((line, at) =>
    [...line.matchAll(candidate)].map(([written]) => {
      const isAlone = line.trim() === written;
      const isBeside = codeWord.test(line);
      // "Your code is:" often stands on the line above, and a blank one between.
      const isBelow = isAlone && codeWord.test(lines.slice(Math.max(0, at - 2), at).join(" "));
      const score =
        (isBeside ? 4 : 0) + (isAlone ? 2 : 0) + (isBelow ? 1 : 0) - (year.test(written) ? 1 : 0);
      return { value: written.replace(" ", ""), score };
    }),
  );
}
