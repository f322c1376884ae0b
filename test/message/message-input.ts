import { isInvalidMessageError } from "../../src/errors.ts";
import { createMessage } from "../../src/message/create-message.ts";
import type { MessageInput } from "../../src/message/message.ts";

/** A message that nothing is wrong with. */
export const goodInput: MessageInput = {
  from: "Shop <orders@shop.example>",
  to: "ada@example.com",
  subject: "Your order",
  html: "<p>Hello</p>",
  text: "Hello",
};

/** What is said about a message that differs from a good one in what is given; empty when it is good. */
export function problemsOf(change: { readonly [Key in keyof MessageInput]?: unknown }): string[] {
  try {
    createMessage({ ...goodInput, ...change } as MessageInput);
    return [];
  } catch (error) {
    if (!isInvalidMessageError(error)) throw error;
    return error.issues.map(({ message }) => message);
  }
}
