import type { Clock } from "../../clock.ts";
import type { InboxProblem } from "../problem.ts";

/** One line of an SMTP dialogue. */
export interface ConversationLine {
  readonly from: "client" | "server";
  /** Without its line break; credentials are masked, message octets left out. */
  readonly text: string;
}

/** An SMTP connection as it went. */
export interface SmtpSession {
  readonly id: string;
  readonly startedAt: Date;
  /** `undefined` while it lasts. */
  readonly endedAt: Date | undefined;
  /** Up to the first MAIL whole, of what follows the latest lines. */
  readonly lines: readonly ConversationLine[];
  /** Why a login was refused, when one was. */
  readonly refusedLogin: InboxProblem | undefined;
}

/** Records what is said on each connection. */
export interface Conversations {
  /** Reads smtp-server's log, which names the connection and masks what follows AUTH. */
  readonly logger: { debug(entry: unknown, ...args: readonly unknown[]): void };
  /** What was said to hand over the message that is under way; grows until the next MAIL. */
  ofTransaction(sessionId: string): () => readonly ConversationLine[];
  refuseLogin(sessionId: string, problem: InboxProblem): void;
  end(sessionId: string): void;
  /** Newest first. */
  list(): readonly SmtpSession[];
}

const maxSessions = 100;
/** Of the lines before the first MAIL, and of those of a transaction. */
const maxLines = 200;
const maxLineLength = 500;
const maxKnownLines = 200;

/** Verbs of SMTP. What begins with anything else is not kept: it may be a stray half of a login. */
const verb = /^(EHLO|HELO|STARTTLS|AUTH|MAIL|RCPT|DATA|RSET|NOOP|QUIT|VRFY|HELP)\b/i;

/** Lines of one part of a dialogue; of a long one its beginning and its end. */
interface Lines {
  readonly kept: ConversationLine[];
  left: number;
}

interface Recording {
  readonly id: string;
  readonly startedAt: Date;
  endedAt: Date | undefined;
  refusedLogin: InboxProblem | undefined;
  readonly prologue: Lines;
  transaction: Lines | undefined;
}

/** Creates an empty record of the last hundred connections. */
export function createConversations(clock: Clock): Conversations {
  const recordings = new Map<string, Recording>();
  const lines = {
    client: new Map<string, ConversationLine>(),
    server: new Map<string, ConversationLine>(),
  };

  function recordingOf(id: string): Recording {
    const known = recordings.get(id);
    if (known) return known;
    const recording: Recording = {
      id,
      startedAt: new Date(clock.now()),
      endedAt: undefined,
      refusedLogin: undefined,
      prologue: { kept: [], left: 0 },
      transaction: undefined,
    };
    recordings.set(id, recording);
    const [oldest] = recordings.keys();
    if (recordings.size > maxSessions && oldest !== undefined) recordings.delete(oldest);
    return recording;
  }

  // Most lines are said again and again: one object each.
  function sameLine(from: ConversationLine["from"], text: string): ConversationLine {
    const said = lines[from];
    const known = said.get(text);
    if (known) return known;
    const line: ConversationLine = { from, text };
    if (said.size >= maxKnownLines) said.clear();
    said.set(text, line);
    return line;
  }

  function record(recording: Recording, line: ConversationLine): void {
    if (line.from === "client" && /^MAIL\b/i.test(line.text)) {
      recording.transaction = { kept: [], left: 0 };
    }
    const lines = recording.transaction ?? recording.prologue;
    lines.kept.push(line);
    if (lines.kept.length <= maxLines) return;
    lines.kept.splice(maxLines / 2, 1);
    lines.left += 1;
  }

  return {
    logger: {
      debug(entry, ...args) {
        const said = toSaid(entry, args);
        if (!said) return;
        const recording = recordingOf(said.sessionId);
        for (const text of said.text.split("\r\n")) {
          record(recording, sameLine(said.from, shorten(text)));
        }
      },
    },
    ofTransaction(sessionId) {
      const { prologue, transaction } = recordingOf(sessionId);
      return () => toLines(prologue, transaction);
    },
    refuseLogin(sessionId, problem) {
      recordingOf(sessionId).refusedLogin = problem;
    },
    end(sessionId) {
      recordingOf(sessionId).endedAt = new Date(clock.now());
    },
    list: () =>
      [...recordings.values()].reverse().map(({ prologue, transaction, ...rest }) => ({
        ...rest,
        lines: toLines(prologue, transaction),
      })),
  };
}

function toLines(...parts: readonly (Lines | undefined)[]): readonly ConversationLine[] {
  return parts.flatMap((part) => {
    if (!part) return [];
    const { kept, left } = part;
    if (left === 0) return kept;
    const note: ConversationLine = { from: "client", text: `(${left} lines left out)` };
    return [...kept.slice(0, maxLines / 2), note, ...kept.slice(maxLines / 2)];
  });
}

function toSaid(
  entry: unknown,
  args: readonly unknown[],
): (ConversationLine & { readonly sessionId: string }) | undefined {
  const { tnx, cid: sessionId } = (entry ?? {}) as { tnx?: unknown; cid?: unknown };
  if (typeof sessionId !== "string") return undefined;
  const text = String(args[1] ?? "");
  switch (tnx) {
    case "command":
      return { sessionId, from: "client", text: verb.test(text) ? text : "(not a command)" };
    case "send":
      return { sessionId, from: "server", text };
    case "data":
      return { sessionId, from: "client", text: `(${text} octets of message)` };
    default:
      return undefined;
  }
}

function shorten(text: string): string {
  return text.length > maxLineLength ? `${text.slice(0, maxLineLength)}…` : text;
}
