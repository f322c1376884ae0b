/** Helpers for the tests of those who send mail: `letterpress/testing`. */
export { code } from "../inbox/lift/code.ts";
export { link, links } from "../inbox/lift/links.ts";
export type { MailLink } from "../inbox/lift/read-html.ts";
export type { PassChecksOptions } from "./check-matcher.ts";
export { createTestInbox, type TestInboxOptions } from "./create-test-inbox.ts";
export type { MailMatch } from "./mail-match.ts";
export { type MailMatchers, mailMatchers } from "./mail-matchers.ts";
export type { MatcherResult } from "./matcher.ts";
export { waitFor } from "./wait-for.ts";
