import type { InboxMessage } from "./inbox.ts";
import { createProblemLog, type ProblemLog } from "./mime/problem-log.ts";
import { readHeader } from "./mime/read-header.ts";
import { readMime } from "./mime/read-mime.ts";
import type { InboxProblem } from "./problem.ts";

/** What is read out of a message's own octets. Can be cloned to another thread. */
export interface ParsedMessage
  extends Pick<
    InboxMessage,
    | "messageId"
    | "from"
    | "to"
    | "cc"
    | "replyTo"
    | "subject"
    | "html"
    | "text"
    | "headers"
    | "attachments"
    | "parseError"
  > {
  /** What is wrong with its MIME, its charsets and its addresses. */
  readonly parseProblems: readonly InboxProblem[];
}

const nothing: ParsedMessage = {
  messageId: undefined,
  from: undefined,
  to: [],
  cc: [],
  replyTo: [],
  subject: "",
  html: undefined,
  text: undefined,
  headers: [],
  attachments: [],
  parseError: undefined,
  parseProblems: [],
};

/**
 * Parses a message as RFC 5322 and MIME, in time and memory linear in its length. Never throws: what
 * is malformed is read as mail clients read it and told in `parseProblems`; what cannot be read at
 * all is left empty and `parseError` says why, so that no mail is lost.
 */
export function parseMessage(raw: Uint8Array): ParsedMessage {
  const log = createProblemLog();
  try {
    return read(raw, log);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...nothing, parseError: `Cannot parse the message: ${reason}` };
  }
}

function read(raw: Uint8Array, log: ProblemLog): ParsedMessage {
  const { root, decoder, html, text, attachments } = readMime(raw, log);
  return {
    ...readHeader(root.fields, decoder, log),
    html,
    text,
    attachments,
    parseError: undefined,
    parseProblems: log.problems,
  };
}
