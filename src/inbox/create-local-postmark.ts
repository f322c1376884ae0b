import type { Clock } from "../clock.ts";
import { bouncesOf, deliveriesOf } from "./events/arrival-events.ts";
import { createEventLog } from "./events/event-log.ts";
import { createMailActions } from "./events/mail-actions.ts";
import type { InboxMessage } from "./inbox.ts";
import type { InboxCredential } from "./inbox-options.ts";
import type { StoreEvent } from "./inbox-view.ts";
import type { LocalPostmark } from "./local-postmark.ts";
import type { LocalServer } from "./local-server.ts";
import type { MessageStore } from "./message-store.ts";
import { defaultSettings } from "./postmark/server-settings.ts";
import type { StreamRegistry } from "./postmark/stream-registry.ts";
import { defaultStream } from "./postmark/streams.ts";
import type { Suppressions } from "./postmark/suppressions.ts";
import { toDomains } from "./postmark-api/domains-routes.ts";
import { handlePostmarkRequest } from "./postmark-api/handle-postmark-request.ts";
import { tracksOpens } from "./postmark-api/stats/overview.ts";
import type { Subscriptions } from "./subscriptions.ts";
import { trackBodies } from "./tracking/track-bodies.ts";
import { createWebhooks } from "./webhooks/create-webhooks.ts";
import type { InboxWebhook } from "./webhooks/webhook-options.ts";

/** What {@link createLocalPostmark} looks into. */
export interface LocalPostmarkOptions {
  readonly mode: "lenient" | "strict";
  readonly credentials: readonly InboxCredential[];
  readonly accountToken: string | undefined;
  readonly verifiedSenders: readonly string[] | undefined;
  readonly store: MessageStore;
  readonly events: Subscriptions<StoreEvent>;
  readonly suppressions: Suppressions;
  readonly streams: StreamRegistry;
  readonly submit: LocalServer["submit"];
  readonly webhooks: readonly InboxWebhook[];
  readonly webhookMinuteMs: number;
  readonly webhookTimeoutMs: number;
  readonly clock: Clock;
  readonly closed: AbortSignal;
}

/** Creates what stands beside SMTP; and the suppressions, as someone who changes them by hand gets them. */
export function createLocalPostmark(options: LocalPostmarkOptions): {
  readonly postmark: LocalPostmark;
  readonly suppressions: Suppressions;
} {
  const { store, clock, suppressions, verifiedSenders } = options;
  const log = createEventLog();
  // Of a folder's mail no one is told again: no one listens yet.
  for (const message of store.values()) {
    for (const event of bouncesOf(message, log.nextBounceId)) log.record(event);
  }
  const actions = createMailActions({ log, suppressions, clock, defaultStream });
  const domains = toDomains(verifiedSenders, clock.now());
  const webhooks = createWebhooks({
    ...{ webhooks: options.webhooks, minuteMs: options.webhookMinuteMs, clock },
    ...{ timeoutMs: options.webhookTimeoutMs, closed: options.closed, log },
    settings: () => server.settings,
    sourceOf: (id) => sourceOf(store.get(id)),
  });
  const server: LocalServer = {
    ...{ mode: options.mode, credentials: options.credentials, clock },
    ...{ accountToken: options.accountToken, log, actions, suppressions, webhooks },
    ...{ streams: options.streams, settings: defaultSettings, submit: options.submit },
    domains: new Map(domains.map((domain) => [domain.id, domain])),
    messages: () => [...store.values()].reverse(),
    message: store.get,
  };

  /** Bounces are kept; what was delivered is worked out of the message when someone asks. */
  function arrive(message: InboxMessage): void {
    for (const event of bouncesOf(message, log.nextBounceId)) log.record(event);
  }

  options.events.subscribe((event) => {
    if (event.type === "received") {
      // Most inboxes have no webhook, and take mail faster than one by one.
      if (webhooks.list().length > 0) deliveriesOf(event.message).forEach(log.announce);
      arrive(event.message);
    }
    if (event.type === "marked") return;
    const gone = event.type === "received" ? event.evicted : event.messages;
    for (const { id } of gone) log.forget(id);
  });

  function find(id: string): InboxMessage {
    const message = store.get(id);
    if (message) return message;
    throw new RangeError("Cannot find the message: it was deleted, or never came");
  }

  return {
    postmark: {
      events(id) {
        const message = store.get(id);
        return message ? [...deliveriesOf(message), ...log.of(id)] : [];
      },
      open: (id, said) => actions.open(find(id), said),
      click: (id, said) => actions.click(find(id), said),
      bounce: (id, said) => actions.bounce(find(id), said),
      complain: (id, said) => actions.complain(find(id), said),
      unsubscribe: (id, said) => actions.unsubscribe(find(id), said),
      delivered(id, { baseUrl, recipient }) {
        const message = find(id);
        return trackBodies(message, {
          ...{ baseUrl, place: placeOf(message, recipient) },
          opens: tracksOpens(message, server),
          links: message.tracking.links ?? server.settings.TrackLinks,
        });
      },
      webhooks,
      answer: (path, request) => handlePostmarkRequest(server, path, request),
    },
    suppressions: { ...suppressions, add: actions.suppress, delete: actions.reactivate },
  };
}

function sourceOf(message: InboxMessage | undefined): string | undefined {
  return message && Buffer.from(message.raw).toString("utf8");
}

/** @throws {RangeError} when the message went to no such recipient */
function placeOf({ envelope }: InboxMessage, recipient = envelope.to[0]): number {
  const place = envelope.to.findIndex((to) => to.toLowerCase() === recipient?.toLowerCase());
  if (place >= 0) return place;
  throw new RangeError("Cannot deliver the message: it did not go to this recipient");
}
