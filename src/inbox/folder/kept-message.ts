import type { Arrival } from "../arrival.ts";
import type { Login } from "../postmark/login.ts";
import type { InboxProblem } from "../problem.ts";
import type { ConversationLine } from "../smtp/conversations.ts";

/** What the index of a folder says about a message beside its octets. */
export interface KeptFacts {
  readonly id: string;
  /** Name of its file in the folder. */
  readonly file: string;
  /** ms since the epoch. */
  readonly receivedAt: number;
  readonly sizeBytes: number;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly login?: Login | undefined;
  readonly problems: readonly InboxProblem[];
  /** Credentials are masked. */
  readonly conversation: readonly ConversationLine[];
}

/** Of a long dialogue the beginning is kept: the folder is for the mail. */
const mostLines = 60;

/** What the index says about a message that came. */
export function toFacts(arrival: Arrival, file: string): KeptFacts {
  const { id, receivedAt, raw, envelope, login, problems, conversation } = arrival;
  return {
    ...{ id, file, receivedAt: receivedAt.getTime(), sizeBytes: raw.length },
    ...{ envelope, login, problems, conversation: conversation().slice(0, mostLines) },
  };
}

/** A message of a folder as one that came. */
export function toArrival(facts: KeptFacts, raw: Uint8Array): Arrival {
  const { id, envelope, login, problems, conversation } = facts;
  return {
    ...{ id, raw, envelope, login, problems },
    receivedAt: new Date(facts.receivedAt),
    conversation: () => conversation,
  };
}

/** Reads a line of the index. @returns `undefined` when it is none */
export function parseFacts(line: string): KeptFacts | undefined {
  try {
    const facts: Partial<KeptFacts> = JSON.parse(line);
    const { id, file, receivedAt, sizeBytes, envelope, problems, conversation } = facts;
    const isWhole =
      typeof id === "string" &&
      typeof file === "string" &&
      !/[/\\]/.test(file) &&
      Number.isFinite(receivedAt) &&
      Number.isFinite(sizeBytes) &&
      typeof envelope?.from === "string" &&
      [envelope.to, problems, conversation].every(Array.isArray);
    return isWhole ? (facts as KeptFacts) : undefined;
  } catch {
    return undefined;
  }
}

/** A name that sorts by time, says the id, and is allowed on every system. */
export function fileNameOf({ id, receivedAt }: Pick<Arrival, "id" | "receivedAt">): string {
  return `${receivedAt.toISOString().replace(/[^\dTZ]/g, "")}-${id}.eml`;
}
