import type { Clock } from "../../clock.ts";
import type { InboxMessage } from "../inbox.ts";
import { links } from "../lift/links.ts";
import type { Suppression, SuppressionInput, Suppressions } from "../postmark/suppressions.ts";
import type { ActionOptions, BounceOptions, ClickOptions, OpenOptions } from "./action-options.ts";
import { factsOf, toBounce, toSuppressed } from "./arrival-events.ts";
import { type BounceKindName, bounceKinds } from "./bounce-kinds.ts";
import type { EventLog } from "./event-log.ts";
import type { BounceEvent, ClickEvent, OpenEvent, SubscriptionEvent } from "./mail-event.ts";

/** What recipients and their servers do with mail, as if they had. Each is told by webhook. */
export interface MailActions {
  open(message: InboxMessage, options?: OpenOptions): OpenEvent;
  click(message: InboxMessage, options?: ClickOptions): ClickEvent;
  bounce(message: InboxMessage, options?: BounceOptions): BounceEvent;
  /** Marks the message as spam; the address cannot be reactivated. */
  complain(message: InboxMessage, options?: ActionOptions): BounceEvent;
  /** Leaves the stream by the message's own link. */
  unsubscribe(message: InboxMessage, options?: ActionOptions): SubscriptionEvent;
  /** Suppresses an address by hand. */
  suppress(address: string, input?: SuppressionInput): void;
  /** Reactivates an address. @returns whether it was suppressed */
  reactivate(address: string, options?: { readonly stream?: string | undefined }): boolean;
}

/** What {@link createMailActions} needs. */
export interface MailActionsOptions {
  readonly log: EventLog;
  readonly suppressions: Suppressions;
  readonly clock: Clock;
  readonly defaultStream: string;
}

const usualUserAgent =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

/** Creates the actions. */
export function createMailActions(options: MailActionsOptions): MailActions {
  const { log, suppressions, clock, defaultStream } = options;
  const now = () => new Date(clock.now());

  function bounce(message: InboxMessage, { type = "HardBounce", ...said }: BounceOptions = {}) {
    const recipient = recipientOf(message, said.recipient);
    const { details } = said;
    const input = { id: log.nextBounceId(), recipient, type, at: now(), details };
    const event = toBounce(message, input);
    log.record(event);
    if (event.inactive) {
      const reason = type === "SpamComplaint" ? type : "HardBounce";
      suppressions.add(recipient, { stream: message.stream, reason });
      log.record(toSuppressed(event, reason));
    }
    return event;
  }

  function tellManual(entry: Suppression, isSuppressed: boolean): void {
    log.announce({
      // Postmark names no message when an address is suppressed or reactivated by hand.
      ...{ messageId: undefined, stream: entry.stream, recipient: entry.address, at: now() },
      ...{ tag: undefined, metadata: {}, kind: "subscription", isSuppressed },
      reason: isSuppressed ? entry.reason : undefined,
      origin: isSuppressed ? entry.origin : "Customer",
    });
  }

  return {
    open(message, { recipient, userAgent = usualUserAgent } = {}) {
      const facts = factsOf(message, recipientOf(message, recipient), now());
      const isFirst = !log.of(message.id).some((event) => isOf(event, facts.recipient, "open"));
      const event: OpenEvent = { ...facts, kind: "open", isFirst, userAgent };
      log.record(event);
      return event;
    },
    click(message, { recipient, userAgent = usualUserAgent, ...said } = {}) {
      const facts = factsOf(message, recipientOf(message, recipient), now());
      const link = said.link ?? firstLink(message);
      const earlier = log
        .of(message.id)
        .filter((event) => event.kind === "click" && event.recipient === facts.recipient);
      const event: ClickEvent = {
        ...{ ...facts, kind: "click", link, userAgent },
        isFirst: !earlier.some((one) => one.kind === "click" && one.link === link),
        location: said.location ?? (message.html === undefined ? "Text" : "HTML"),
      };
      log.record(event);
      return event;
    },
    bounce,
    complain: (message, said) => bounce(message, { ...said, type: "SpamComplaint" }),
    unsubscribe(message, { recipient } = {}) {
      const facts = factsOf(message, recipientOf(message, recipient), now());
      const { stream } = message;
      suppressions.add(facts.recipient, { stream, origin: "Recipient" });
      const event: SubscriptionEvent = {
        ...{ ...facts, kind: "subscription", isSuppressed: true },
        ...{ reason: "ManualSuppression", origin: "Recipient" },
      };
      log.record(event);
      return event;
    },
    suppress(address, input = {}) {
      const { stream = defaultStream } = input;
      const before = suppressions.find(stream, address);
      suppressions.add(address, input);
      const after = suppressions.find(stream, address);
      if (after && after !== before) tellManual(after, true);
    },
    reactivate(address, { stream = defaultStream } = {}) {
      const entry = suppressions.find(stream, address);
      if (!entry) return false;
      suppressions.delete(address, { stream });
      tellManual(entry, false);
      return true;
    },
  };
}

/** Whether an address that bounced may be reactivated. */
export function canActivate(type: BounceKindName): boolean {
  return bounceKinds[type].canActivate;
}

/** @throws {RangeError} when the message went to no such recipient */
function recipientOf({ envelope }: InboxMessage, wanted = envelope.to[0]): string {
  const found = envelope.to.find((to) => to.toLowerCase() === wanted?.toLowerCase());
  if (found !== undefined) return found;
  throw new RangeError("Cannot do this with the message: it did not go to this recipient");
}

/** @throws {RangeError} when the message has none */
function firstLink(message: InboxMessage): string {
  const found = links(message).find(({ href }) => /^https?:/i.test(href));
  if (found) return found.href;
  throw new RangeError("Cannot follow a link: the message has none");
}

function isOf(event: { kind: string; recipient: string }, recipient: string, kind: string) {
  return event.kind === kind && event.recipient === recipient;
}
