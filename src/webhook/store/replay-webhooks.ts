import { type Clock, systemClock } from "../../clock.ts";
import { describeThrown } from "../handler/describe-thrown.ts";
import { handleEvents } from "../handler/handle-webhook.ts";
import type { WebhookHandlerOptions } from "../handler/webhook-handler.ts";
import { parseWebhook } from "../parse/parse-webhook.ts";
import type { SuppressionStore } from "../suppressions/suppression-store.ts";
import type { WebhookFilter, WebhookStore } from "./webhook-store.ts";

/** Options of {@link replayWebhooks}. */
export interface ReplayWebhooksOptions {
  readonly store: WebhookStore;
  /** As in `createWebhookHandler`. */
  readonly onEvent: WebhookHandlerOptions["onEvent"];
  /** As in `createWebhookHandler`. */
  readonly suppressions?: SuppressionStore | undefined;
  /** Which are replayed. @default those that failed */
  readonly filter?: WebhookFilter | undefined;
  /** As in `createWebhookHandler`. @default 45,000 */
  readonly leaseMs?: number | undefined;
  readonly correlationKey?: string | undefined;
  readonly clock?: Clock | undefined;
}

/** What became of one webhook. `busy`: it is being handled elsewhere. */
export type ReplayResult =
  | { readonly id: string; readonly status: "done" | "busy" }
  | { readonly id: string; readonly status: "failed"; readonly error: unknown };

/**
 * Handles once more what was written down, the oldest first, one at a time. One that fails again
 * stops nothing.
 *
 * @example
 * for await (const result of replayWebhooks({ store, onEvent, filter: { type: "bounced" } })) {
 *   console.log(result.id, result.status);
 * }
 */
export async function* replayWebhooks({
  store,
  onEvent,
  suppressions,
  filter = { status: "failed" },
  leaseMs = 45_000,
  correlationKey,
  clock = systemClock,
}: ReplayWebhooksOptions): AsyncGenerator<ReplayResult, void, undefined> {
  for await (const record of store.list(filter)) {
    const { id, receivedAt } = record;
    const claim = await store.claim(record, { now: clock.now(), leaseMs, again: true });
    if (claim !== "handle") {
      yield { id, status: "busy" };
      continue;
    }
    try {
      const events = parseWebhook(record.body, { correlationKey });
      const context = { id, receivedAt, retriesRemaining: undefined };
      await handleEvents(events, context, { onEvent, suppressions });
    } catch (error) {
      await store.settle(id, { now: clock.now(), error: describeThrown(error) });
      yield { id, status: "failed", error };
      continue;
    }
    await store.settle(id, { now: clock.now() });
    yield { id, status: "done" };
  }
}
