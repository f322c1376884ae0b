import { createMessage } from "../../message/create-message.ts";
import { compose } from "../../transport/compose.ts";
import type { EmailToCheck } from "../email-to-check.ts";

/** What a mail is judged by. */
export type SpamMail = Pick<EmailToCheck, "subject" | "html" | "text" | "from" | "message">;

/** Header that tells whose answer it is: they come out in an order of SpamAssassin's own. */
export const numberHeader = "X-Letterpress-Check";

/** A mail that says little: whatever is said of it is said of every mail. */
export const neutralMail: SpamMail = {
  subject: "Order 4711 leaves today",
  html: '<!DOCTYPE html><html lang="en"><head><title>Order 4711 leaves today</title></head><body><p>Hello Ada, we have packed your order with care this morning. It is with you by Thursday.</p></body></html>',
  text: "Hello Ada, we have packed your order with care this morning. It is with you by Thursday.",
};

/**
 * One mail of an mbox, as our sender would write it.
 *
 * @returns undefined for what cannot be sent at all, which other rules tell
 */
export function toBoxedMail(mail: SpamMail, number: number): Buffer | undefined {
  const { subject, html, text } = mail;
  const from = mail.message?.from ?? mail.from ?? "Shop <orders@shop.example>";
  try {
    const message = createMessage({
      ...{ from, to: "Ada Lovelace <ada@reader.example>", subject, html },
      ...(text !== undefined && text !== "" && { text }),
    });
    const { bytes } = compose(message, [{ name: numberHeader, value: String(number) }]);
    const lines = bytes
      .toString("latin1")
      .replaceAll("\r\n", "\n")
      // A line that begins so would begin another mail of the box.
      .replace(/^(>*From )/gm, ">$1");
    return Buffer.from(`From orders@shop.example Thu Jan  1 00:00:00 2026\n${lines}\n`, "latin1");
  } catch {
    return undefined;
  }
}
