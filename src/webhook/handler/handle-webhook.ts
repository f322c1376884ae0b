import type { WebhookEvent } from "../event.ts";
import { suppressionChangeOf } from "../suppressions/suppression-change-of.ts";
import type { SuppressionStore } from "../suppressions/suppression-store.ts";
import type { WebhookContext, WebhookHandlerOptions } from "./webhook-handler.ts";

/** What events are handled with. */
export interface EventHandling {
  readonly onEvent: WebhookHandlerOptions["onEvent"];
  readonly suppressions: SuppressionStore | undefined;
}

/**
 * Does what the events of one webhook ask for: the suppressions first, which may be applied any
 * number of times, then the app.
 *
 * @throws what the store or the app threw
 */
export async function handleEvents(
  events: readonly WebhookEvent[],
  context: WebhookContext,
  { onEvent, suppressions }: EventHandling,
): Promise<void> {
  for (const event of events) {
    const change = suppressions && suppressionChangeOf(event, context);
    if (change) await suppressions.apply(change);
    await onEvent(event, context);
  }
}
