import { type DeliveryError, isDeliveryError, isInvalidMessageError } from "../../errors.ts";
import type { Delivery } from "../../transport/transport.ts";

/** A recipient that the server refused for good. */
export interface Refusal {
  readonly address: string;
  readonly response: string;
}

/** What an attempt has come to. */
export type Outcome =
  | {
      readonly kind: "accepted";
      readonly accepted: readonly string[];
      readonly refused: readonly Refusal[];
      /** Those who may be taken later: they are tried again, alone. */
      readonly remaining: readonly string[];
      readonly reply: string;
    }
  /** Certainly not sent, and may succeed later. */
  | {
      readonly kind: "retry";
      readonly reason: string;
      readonly refused: readonly Refusal[];
      readonly remaining: readonly string[];
    }
  | { readonly kind: "rejected"; readonly reason: string; readonly refused: readonly Refusal[] }
  | { readonly kind: "uncertain"; readonly reason: string }
  | { readonly kind: "held"; readonly reason: string }
  /** Certainly not sent, and no fault of the message: the attempt does not count. */
  | { readonly kind: "released"; readonly reason: string; readonly isChannelFault: boolean };

/** The outcome of a delivery that the server took for at least one recipient. */
export function outcomeOfDelivery(delivery: Delivery): Outcome {
  const { accepted, rejected, response: reply } = delivery;
  return {
    ...{ kind: "accepted", accepted, reply: storable(reply) },
    refused: rejected.filter(({ transient }) => !transient).map(toRefusal),
    remaining: rejected.filter(({ transient }) => transient).map(({ address }) => address),
  };
}

/** The outcome of what a delivery threw. What is not known to be unsent is uncertain. */
export function outcomeOfError(error: unknown): Outcome {
  if (isInvalidMessageError(error)) {
    return { kind: "rejected", reason: error.message, refused: [] };
  }
  if (!isDeliveryError(error)) {
    return {
      kind: "uncertain",
      reason: storable(error instanceof Error ? error.message : String(error)),
    };
  }
  const reason = storable(error.message);
  if (error.outcome === "unknown") return { kind: "uncertain", reason };
  if (error.kind === "aborted" || error.kind === "closed") {
    return { kind: "released", reason, isChannelFault: false };
  }
  if (isChannelFault(error)) return { kind: "released", reason, isChannelFault: true };
  const refused = error.rejected.filter(({ transient }) => !transient).map(toRefusal);
  if (!error.transient) return { kind: "rejected", reason, refused };
  const remaining = error.rejected
    .filter(({ transient }) => transient)
    .map(({ address }) => address);
  return { kind: "retry", reason, refused, remaining };
}

const channelKinds: readonly string[] = ["connection", "dns", "tls", "credentials"];
const channelStages: readonly string[] = ["connect", "greeting", "tls", "auth"];

/** Whether every message would meet it: nothing of this one was said to the server yet. */
function isChannelFault({ kind, stage }: DeliveryError): boolean {
  return (
    kind === "credentials" ||
    channelStages.includes(stage) ||
    (channelKinds.includes(kind) && stage === "compose")
  );
}

function toRefusal({ address, response }: Refusal): Refusal {
  return { address, response: storable(response) };
}

/** An outcome without what a server has said. */
export function withoutWords(outcome: Outcome): Outcome {
  const reason = "the server's words could not be stored";
  if (outcome.kind === "accepted") return { ...outcome, refused: [], reply: "" };
  return { ...outcome, reason, ...("refused" in outcome ? { refused: [] } : {}) };
}

/** PostgreSQL stores no NUL, and no half of a surrogate pair. */
function storable(text: string): string {
  return text
    .replaceAll("\0", "\ufffd")
    .replaceAll(
      /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      "\ufffd",
    );
}
