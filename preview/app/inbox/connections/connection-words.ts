import type { ConversationLine } from "../../../protocol/index.ts";

/**
 * How a connection without a message came to its end: by a refusal, or after which command. Of
 * several refusals since the last MAIL the first is the cause: a client that talks ahead
 * (RFC 2920) is then refused the rest too.
 */
export function describeEnd(lines: readonly ConversationLine[]): string {
  const begin = lines.findLastIndex(({ from, text }) => from === "client" && /^MAIL\b/i.test(text));
  const refusal = lines.slice(Math.max(0, begin)).find(isRefusal) ?? lines.findLast(isRefusal);
  if (refusal) return refusal.text;
  const command = lines.findLast(({ from }) => from === "client");
  return command ? `Ended after ${command.text.split(" ")[0]}` : "Ended before a word was said";
}

function isRefusal({ from, text }: ConversationLine): boolean {
  return from === "server" && /^[45]/.test(text);
}
