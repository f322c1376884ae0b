import type { RejectedRecipient } from "../errors.ts";

/** The parts of a server's reply. */
export interface Reply {
  /** Reply code, RFC 5321 §4.2. */
  readonly smtpCode: number | undefined;
  /** Enhanced status code, RFC 3463. */
  readonly enhancedCode: string | undefined;
  /** The whole reply on one line. */
  readonly text: string;
}

/** Longest part of a reply that is kept: enough to read, short enough for a log line. */
const maxReplyLength = 500;

/** Reads a reply: lines joined with a line feed, each with its code. */
export function parseReply(raw: string): Reply {
  const match = /^(\d{3})[ -]?(?:([245]\.\d{1,3}\.\d{1,3})\b)?/.exec(raw);
  const lines = raw.includes("\n") ? raw.split(/\r?\n/) : [raw];
  const oneLine = lines
    .map((line, index) => (index === 0 ? line : line.replace(/^\d{3}[ -]?/, "")).trim())
    .join(" ")
    // A reply ends up in logs: nothing in it may move the cursor or end the line.
    .replace(/\p{Cc}+/gu, " ");
  return {
    smtpCode: match?.[1] === undefined ? undefined : Number(match[1]),
    enhancedCode: match?.[2],
    text: oneLine.length > maxReplyLength ? `${oneLine.slice(0, maxReplyLength)}…` : oneLine,
  };
}

/** Whether a reply code says "not now" (4yz), or is the 503 that speaks of the session and not of the message. */
export function isTransientCode(smtpCode: number | undefined): boolean {
  return smtpCode !== undefined && ((smtpCode >= 400 && smtpCode < 500) || smtpCode === 503);
}

/** A recipient whom the server refused with a reply. */
export function toRejected(address: string, reply: Reply): RejectedRecipient {
  const { smtpCode, enhancedCode, text } = reply;
  const transient = isTransientCode(smtpCode);
  return { address, smtpCode, enhancedCode, response: text, transient };
}
