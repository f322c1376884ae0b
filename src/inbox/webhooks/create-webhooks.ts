import { randomUUID } from "node:crypto";
import type { Clock } from "../../clock.ts";
import type { EventLog } from "../events/event-log.ts";
import type { MailEvent } from "../events/mail-event.ts";
import type { ServerSettings } from "../postmark/server-settings.ts";
import { createSubscriptions } from "../subscriptions.ts";
import { createCallHistory } from "./call-history.ts";
import type { InboxWebhooks } from "./inbox-webhooks.ts";
import { isWanted, triggerOf } from "./is-wanted.ts";
import { buildPayload } from "./payloads/build-payload.ts";
import { testPayload } from "./payloads/test-payload.ts";
import { resolveWebhook } from "./resolve-webhook.ts";
import { mostRetries } from "./retry-schedule.ts";
import type { OpenCall, WebhookCall } from "./webhook-call.ts";
import type { InboxWebhook, WebhookEntry, WebhookTrigger } from "./webhook-options.ts";
import { createWebhookSender } from "./webhook-sender.ts";

/** What {@link createWebhooks} needs. */
export interface WebhooksOptions {
  readonly webhooks: readonly InboxWebhook[];
  readonly minuteMs: number;
  readonly timeoutMs: number;
  readonly log: EventLog;
  readonly settings: () => ServerSettings;
  /** Source of a message; `undefined` when it is gone. */
  readonly sourceOf: (messageId: string) => string | undefined;
  readonly clock: Clock;
  readonly closed: AbortSignal;
}

/** Creates the webhooks: each event of the log is told to those that want it, and nothing waits for them. */
export function createWebhooks(options: WebhooksOptions): InboxWebhooks {
  const { clock, closed, log } = options;
  const entries = new Map<number, WebhookEntry>();
  const history = createCallHistory();
  const { subscribe, emit } = createSubscriptions<WebhookCall>();
  let lastWebhookId = 0;
  let lastCallId = 0;

  const sender = createWebhookSender({
    ...{ clock, closed, minuteMs: options.minuteMs, timeoutMs: options.timeoutMs, onChange: emit },
    entryOf: ({ webhookId }) => entries.get(webhookId),
    payloadOf,
  });

  function payloadOf({ event, trigger }: OpenCall, { includeContent }: WebhookEntry): object {
    if (!event) return testPayload(trigger, new Date(clock.now()));
    const { messageId } = event;
    const content =
      event.kind === "bounce" && includeContent && messageId !== undefined
        ? options.sourceOf(messageId)
        : undefined;
    return buildPayload(event, content);
  }

  function add(webhook: InboxWebhook): WebhookEntry {
    lastWebhookId += 1;
    const entry = { ...resolveWebhook(webhook), id: lastWebhookId, isVerified: true };
    entries.set(entry.id, entry);
    return entry;
  }

  function call(
    { id: webhookId, url }: WebhookEntry,
    trigger: WebhookTrigger,
    about: Pick<OpenCall, "event" | "eventId"> & { readonly traceId?: string | undefined },
  ): OpenCall {
    lastCallId += 1;
    const { event, eventId, traceId = randomUUID() } = about;
    const opened: OpenCall = {
      ...{ id: lastCallId, webhookId, url, trigger, event, eventId, traceId },
      ...{ messageId: event?.messageId, recipient: event?.recipient ?? "" },
      ...{ state: "waiting", attempts: [], dueAt: undefined },
    };
    history.add(opened);
    sender.send(opened);
    return opened;
  }

  function tell(event: MailEvent): void {
    const wanting = [...entries.values()].filter((entry) =>
      isWanted(event, entry, options.settings()),
    );
    if (wanting.length === 0) return;
    const eventId = randomUUID();
    for (const entry of wanting) call(entry, triggerOf(event), { event, eventId });
  }

  for (const webhook of options.webhooks) add(webhook);
  log.subscribe(tell);

  return {
    list: () => [...entries.values()],
    get: (id) => entries.get(id),
    add,
    update(id, change) {
      const entry = entries.get(id);
      if (!entry) return undefined;
      const updated = { ...entry, ...resolveWebhook({ ...entry, ...change }) };
      entries.set(id, updated);
      return updated;
    },
    delete: (id) => entries.delete(id),
    async verify(id) {
      const entry = entries.get(id);
      if (!entry) return [];
      const results = await Promise.all(
        entry.triggers.map(async (trigger) => {
          const { status, error } = await sender.post(
            entry,
            testPayload(trigger, new Date(clock.now())),
            { traceId: randomUUID(), eventId: randomUUID(), retriesRemaining: mostRetries },
          );
          return { trigger, status, error, isRight: status === 200 };
        }),
      );
      const isVerified = results.every(({ isRight }) => isRight);
      const current = entries.get(id);
      if (current) entries.set(id, { ...current, isVerified });
      return results;
    },
    suspend(id) {
      const entry = entries.get(id);
      if (entry) entries.set(id, { ...entry, isVerified: false });
    },
    sendTest(id, trigger) {
      const entry = entries.get(id);
      if (!entry) throw new RangeError("Cannot test the webhook: there is none with this number");
      return call(entry, trigger, { event: undefined, eventId: randomUUID() });
    },
    calls: (messageId) => history.list(messageId),
    payload(callId) {
      const known = history.get(callId);
      const entry = known && entries.get(known.webhookId);
      return known && entry && payloadOf(known, entry);
    },
    resend(callId, { isDuplicate = false } = {}) {
      const known = history.get(callId);
      const entry = known && entries.get(known.webhookId);
      if (!known || !entry) {
        throw new RangeError("Cannot send the webhook again: it is forgotten, or was deleted");
      }
      const { event, eventId, trigger, traceId } = known;
      return call(entry, trigger, { event, eventId, ...(isDuplicate && { traceId }) });
    },
    subscribe,
  };
}
