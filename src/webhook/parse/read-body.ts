import { WebhookError } from "../../errors.ts";
import { isPayload, type Payload } from "./payload.ts";

/** A repetition of a payload that cannot be read would not be better: Postmark need not send one. */
const malformed = 400;

/**
 * Reads the body of a webhook: JSON as text or octets, or what a framework has parsed already.
 *
 * @throws {WebhookError} when it is not an object of JSON
 */
export function readBody(body: unknown): Payload {
  const value = typeof body === "string" || body instanceof Uint8Array ? parse(body) : body;
  if (isPayload(value)) return value;
  const what = Array.isArray(value) ? "a list" : value === null ? "null" : `a ${typeof value}`;
  throw new WebhookError(
    `Cannot read the webhook: its body is ${what}; Postmark sends one JSON object`,
    { status: malformed },
  );
}

function parse(body: string | Uint8Array): unknown {
  const text = typeof body === "string" ? body.replace(/^\uFEFF/, "") : decode(body);
  if (text.trim() === "") {
    throw new WebhookError("Cannot read the webhook: its body is empty", { status: malformed });
  }
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message repeats a part of the body.
    throw new WebhookError("Cannot read the webhook: its body is not JSON", { status: malformed });
  }
}

/** The text of a body; octets that are no UTF-8 become replacement characters. */
export function decode(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}
