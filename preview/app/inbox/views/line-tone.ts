import type { ConversationLine } from "../../../protocol/index.ts";

/** What a line of an SMTP dialogue is: a note of the recorder's, a refusal, or plain. */
export function toneOfLine({
  from,
  text,
}: ConversationLine): "note" | "later" | "refused" | "plain" {
  if (from === "client") return text.startsWith("(") ? "note" : "plain";
  // RFC 5321 §4.2.1: 4 asks to try again later, 5 refuses for good.
  if (text.startsWith("4")) return "later";
  return text.startsWith("5") ? "refused" : "plain";
}
