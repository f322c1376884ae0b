import type { SmtpSession } from "../../../src/inbox/smtp/conversations.ts";
import type { FruitlessConnection } from "../../protocol/index.ts";
import { maskLogin } from "./mask-token.ts";

/** The connections that are over, or were refused something, and left no message behind at the last. */
export function findFruitless(sessions: readonly SmtpSession[]): readonly FruitlessConnection[] {
  return sessions.filter(isFruitless).map(({ id, startedAt, lines }) => ({
    id,
    startedAt: startedAt.getTime(),
    lines: lines.map(maskLogin),
  }));
}

function isFruitless({ endedAt, lines }: SmtpSession): boolean {
  const replies = lines.flatMap(({ from, text }) => (from === "server" ? text : []));
  if (replies.some((text) => text.includes("queued as"))) return false;
  return endedAt !== undefined || replies.some((text) => /^[45]/.test(text));
}
