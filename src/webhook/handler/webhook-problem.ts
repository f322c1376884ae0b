import { describeThrown } from "./describe-thrown.ts";

/** Why a request was not answered with 200, or what failed although it was. */
export type WebhookProblemCode =
  | "method"
  | "credentials"
  | "address"
  | "too-large"
  | "slow-body"
  | "cut-body"
  | "malformed"
  | "inbound"
  | "store-failed"
  | "handler-failed";

/** One problem, for a log. Holds no secret, no body and no address of a recipient of ours. */
export interface WebhookProblem {
  readonly code: WebhookProblemCode;
  /** What happened, and what fixes it. */
  readonly message: string;
  /** HTTP status that was answered. */
  readonly status: number;
  /** Of a webhook that could be read. */
  readonly webhookId?: string | undefined;
  /** What was thrown, where something was. */
  readonly error?: unknown;
}

/** Faults of our own, each of which is worth a line. The others anyone on the network can cause. */
const ours: readonly WebhookProblemCode[] = [
  "address",
  "inbound",
  "store-failed",
  "handler-failed",
];

/** Tells problems as process warnings: those of our own each time, those of strangers' requests once. */
export function createProblemWarnings(): (problem: WebhookProblem) => void {
  const told = new Set<WebhookProblemCode>();
  return ({ code, message, error }) => {
    if (!ours.includes(code) && told.has(code)) return;
    told.add(code);
    const why = error === undefined ? "" : ` (${describeThrown(error).split("\n", 1)[0]})`;
    process.emitWarning(`${message}${why}`, {
      type: "LetterpressWarning",
      code: "LETTERPRESS_WEBHOOK",
    });
  };
}
