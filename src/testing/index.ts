/** Helpers for the tests of those who send mail: `letterpress/testing`. */
export { code } from "./code.ts";
export { createTestInbox, type TestInboxOptions } from "./create-test-inbox.ts";
export { link, links } from "./links.ts";
export type { MailMatch } from "./mail-match.ts";
export { type MailMatchers, mailMatchers } from "./mail-matchers.ts";
export type { MatcherResult } from "./matcher.ts";
export type { MailLink } from "./read-html.ts";
export { waitFor } from "./wait-for.ts";
