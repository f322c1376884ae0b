import { fieldOf, type Payload } from "./payload.ts";

const noMessage = "00000000-0000-0000-0000-000000000000";

/**
 * Whether a payload comes from the test button of Postmark's pages: it tells of a message that
 * never was, or has the server and the reader of Postmark's samples together.
 */
export function isTest(payload: Payload): boolean {
  if (fieldOf(payload, "MessageID") === noMessage) return true;
  const reader = fieldOf(payload, "Email") ?? fieldOf(payload, "Recipient");
  return (
    fieldOf(payload, "ServerID") === 1234 &&
    fieldOf(payload, "Tag") === "Test" &&
    reader === "john@example.com"
  );
}
