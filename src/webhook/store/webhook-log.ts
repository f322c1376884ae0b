import type { LinePlace } from "../files/json-lines.ts";
import { decideClaim } from "./claim-state.ts";
import type { WebhookArrival, WebhookRecord } from "./webhook-store.ts";

/** A line that claims a webhook. What stands first in the file wins. */
export interface ClaimLine {
  readonly claim: string;
  /** Of this claim alone, by which its process knows whether it won. */
  readonly token: string;
  readonly now: number;
  readonly leaseMs: number;
  readonly again: boolean;
  /** Where the webhook was not known to the process. */
  readonly arrival?: Omit<WebhookArrival, "id" | "receivedAt"> & { readonly receivedAt: string };
}

/** A line that sets the outcome of a webhook. */
export interface SettleLine {
  readonly settle: string;
  readonly now: number;
  readonly error?: string;
}

/** What is known of a webhook without reading its body again. */
export interface WebhookEntry extends Omit<WebhookRecord, "body"> {
  readonly segment: string;
  readonly place: LinePlace;
  /** Of the claim that holds it. */
  readonly token: string;
}

/** Webhooks by their id, in the order in which they were written down. */
export type WebhookEntries = Map<string, WebhookEntry>;

/** Applies a line: every process that reads the same lines comes to the same entries. */
export function applyLine(
  entries: WebhookEntries,
  line: unknown,
  segment: string,
  place: LinePlace,
): void {
  if (typeof line !== "object" || line === null) return;
  if ("claim" in line) applyClaim(entries, line as ClaimLine, segment, place);
  else if ("settle" in line) applySettle(entries, line as SettleLine);
}

function applyClaim(
  entries: WebhookEntries,
  { claim: id, token, now, leaseMs, again, arrival }: ClaimLine,
  segment: string,
  place: LinePlace,
): void {
  const known = entries.get(id);
  if (decideClaim(known, { now, leaseMs, again }) !== "handle") return;
  const held = { token, status: "handling", updatedAt: new Date(now), error: undefined } as const;
  if (known) {
    entries.set(id, { ...known, ...held, attempts: known.attempts + 1 });
    return;
  }
  // Its arrival was in a file that is gone.
  if (!arrival) return;
  const { recordType, types, recipients, receivedAt } = arrival;
  entries.set(id, {
    ...{ id, recordType, types, recipients, receivedAt: new Date(receivedAt) },
    ...held,
    ...{ attempts: 1, segment, place },
  });
}

function applySettle(entries: WebhookEntries, { settle: id, now, error }: SettleLine): void {
  const known = entries.get(id);
  if (!known) return;
  const status = error === undefined ? "done" : "failed";
  entries.set(id, { ...known, status, error, updatedAt: new Date(now) });
}
