import { includesText, isLike, normalizeText } from "../inbox/lift/compare-text.ts";
import { links } from "../inbox/lift/links.ts";
import { readHtml } from "../inbox/lift/read-html.ts";
import { readText } from "../inbox/lift/read-text.ts";
import type { InboxProblemEffect } from "../inbox/problem.ts";
import { toPassChecks } from "./check-matcher.ts";
import { isAddressLike } from "./mail-match.ts";
import { createMatcher, show } from "./matcher.ts";

const harmful: readonly InboxProblemEffect[] = ["refused", "exposed"];

/**
 * Matchers for messages of an inbox; they compare what a reader sees, not octets.
 *
 * @example
 * ```ts
 * import { expect } from "vitest";
 * import { type MailMatchers, mailMatchers } from "letterpress/testing";
 *
 * expect.extend(mailMatchers);
 * declare module "vitest" {
 *   interface Matchers<T> extends MailMatchers<T> {}
 * }
 *
 * expect(mail).toHaveSubject("Welcome");
 * ```
 */
export const mailMatchers = {
  /** The whole subject, white space apart, or a pattern. */
  toHaveSubject: createMatcher((message, expected: string | RegExp) => ({
    pass: isLike(message.subject, expected),
    expected: `have the subject ${show(expected)}`,
    actual: `it is ${show(message.subject)}`,
  })),

  /** Words of the text part (of the HTML where there is none), white space apart, or a pattern. */
  toHaveText: createMatcher((message, expected: string | RegExp) => {
    const text = readText(message);
    return {
      pass: includesText(text, expected),
      expected: `have the text ${show(expected)}`,
      actual: `it reads ${show(normalizeText(text))}`,
    };
  }),

  /** Words that a reader of the HTML sees, white space apart, or a pattern. */
  toHaveHtmlText: createMatcher((message, expected: string | RegExp) => {
    const { text } = readHtml(message.html ?? "");
    return {
      pass: includesText(text, expected),
      expected: `have the words ${show(expected)} in its HTML`,
      actual:
        message.html === undefined ? "it has no HTML" : `it reads ${show(normalizeText(text))}`,
    };
  }),

  /** A link whose address is the one given, or is like a pattern. */
  toHaveLink: createMatcher((message, expected: string | RegExp) => {
    const hrefs = links(message).map(({ href }) => href);
    const isExpected = (href: string) =>
      typeof expected === "string" ? href === expected : href.search(expected) >= 0;
    return {
      pass: hrefs.some(isExpected),
      expected: `have a link to ${show(expected)}`,
      actual: listed("it links to", hrefs),
    };
  }),

  /** A recipient of the envelope, Bcc included: the address in any case, or a pattern. */
  toBeAddressedTo: createMatcher((message, expected: string | RegExp) => ({
    pass: message.envelope.to.some((address) => isAddressLike(address, expected)),
    expected: `be addressed to ${show(expected)}`,
    actual: listed("it goes to", message.envelope.to),
  })),

  /** The address in From, in any case, or a pattern. */
  toBeFrom: createMatcher((message, expected: string | RegExp) => ({
    pass: message.from !== undefined && isAddressLike(message.from.address, expected),
    expected: `be from ${show(expected)}`,
    actual: `it is from ${show(message.from?.address)}`,
  })),

  /** A header by its name in any case, and its decoded value where one is given. */
  toHaveHeader: createMatcher((message, name: string, expected?: string | RegExp) => {
    const values = message.headers
      .filter((header) => header.name.toLowerCase() === name.toLowerCase())
      .map(({ value }) => value);
    const hasValue = (value: string) => expected === undefined || isLike(value, expected);
    return {
      pass: values.some(hasValue),
      expected: `have the header ${name}${expected === undefined ? "" : `: ${show(expected)}`}`,
      actual: listed("it has", values),
    };
  }),

  /** An attachment by its name, or a pattern of it. */
  toHaveAttachment: createMatcher((message, expected: string | RegExp) => {
    const names = message.attachments.map(({ filename }) => filename);
    const isExpected = (name: string) =>
      typeof expected === "string" ? name === expected : name.search(expected) >= 0;
    return {
      pass: names.some(isExpected),
      expected: `have the attachment ${show(expected)}`,
      actual: listed("it has", names),
    };
  }),

  /** The Postmark tag. */
  toHaveTag: createMatcher((message, expected: string) => ({
    pass: message.tag === expected,
    expected: `have the tag ${show(expected)}`,
    actual: `it has ${show(message.tag)}`,
  })),

  /**
   * Nothing that a reader would stumble over, by the rules of `letterpress check`: of what `render`
   * returns, or of a message of an inbox.
   */
  toPassChecks,

  /** Nothing that Postmark would refuse, or that would show recipients what they should not see. */
  toPassPostmark: createMatcher((message) => {
    const problems = message.problems.filter(({ effect }) => harmful.includes(effect));
    return {
      pass: problems.length === 0,
      expected: "pass Postmark's rules",
      actual: listed(
        "these stand against it:",
        problems.map((problem) => problem.message),
      ),
    };
  }),
};

type ExpectedArguments<Matcher> = Matcher extends (
  received: unknown,
  ...args: infer Args
) => unknown
  ? Args
  : never;

/** The types of {@link mailMatchers}, to extend those of `expect` with. */
export type MailMatchers<Result = unknown> = {
  [Name in keyof typeof mailMatchers]: (
    ...args: ExpectedArguments<(typeof mailMatchers)[Name]>
  ) => Result;
};

function listed(words: string, items: readonly string[]): string {
  return items.length === 0 ? `${words} nothing` : `${words} ${items.map(show).join(", ")}`;
}
