import { isDeliveryError } from "../../../src/errors.ts";
import type { DialogueLine } from "../../../src/transport/transport-event.ts";
import type { RejectedAddress, SendFailure } from "../../protocol/index.ts";

/** Most lines of a dialogue that are shown; a message to fifty people has about a hundred and twenty. */
const mostLines = 200;

/** Writes down what is said to a server, as far as it is shown. */
export function recordDialogue() {
  const lines: DialogueLine[] = [];
  return {
    lines,
    onDialogue(line: DialogueLine) {
      if (lines.length < mostLines) lines.push(line);
    },
  };
}

/** What a send failed with, as the page shows it. */
export function describeFailure(error: unknown, lines: readonly DialogueLine[]): SendFailure {
  const { message, code, field } = (error ?? {}) as Partial<Record<string, unknown>>;
  return {
    status: "failed",
    message: typeof message === "string" ? message : String(error),
    code: typeof code === "string" ? code : "ERR_UNKNOWN",
    field: typeof field === "string" ? field : null,
    delivery: isDeliveryError(error)
      ? { stage: error.stage, outcome: error.outcome, messageId: error.messageId ?? null }
      : null,
    conversation: lines.map(({ from, text }) => ({ from, text })),
  };
}

/** A refused recipient, as the page shows it. */
export function toRejected({ address, response }: RejectedAddress): RejectedAddress {
  return { address, response };
}
