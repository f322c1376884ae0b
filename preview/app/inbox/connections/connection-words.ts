import type { ConversationLine } from "../../../protocol.ts";

/** How a connection without a message came to its end: the last refusal, or the last command. */
export function describeEnd(lines: readonly ConversationLine[]): string {
  const refusal = lines.findLast(({ from, text }) => from === "server" && /^[45]/.test(text));
  if (refusal) return refusal.text;
  const command = lines.findLast(({ from }) => from === "client");
  return command ? `Over after ${command.text.split(" ")[0]}` : "Over before a word was said";
}
