import type { ActivityEvent, ActivityMessage, ActivityState } from "../../../protocol/index.ts";
import { type StateTone, stateWords } from "../state-words.ts";

/** One line of what happened to a message. */
export interface TimelineStep {
  readonly at: number;
  readonly label: string;
  readonly tone: StateTone;
  /** Address that it is about, where it is about one. */
  readonly who: string | null;
  /** Why, or what was said. */
  readonly words: string | null;
  /** Another message that belongs to it. */
  readonly otherId: string | null;
}

const sent: readonly ActivityState[] = ["accepted", "delivered", "opened", "clicked"];
const sentThen: readonly ActivityState[] = [...sent, "bounced", "complained"];

/** Whether the server has taken a message, as far as is known. */
export function isSent({ state }: Pick<ActivityMessage, "state">): boolean {
  return sentThen.includes(state);
}

/**
 * When the server took a message. The word of it may be written down after that of a delivery, which
 * comes on another way: it was before.
 */
export function acceptedAt({ settledAt, events }: ActivityMessage): number | null {
  if (settledAt === null) return null;
  const proofs = events.filter(({ type }) => sentThen.some((state) => state === type));
  return Math.min(settledAt, ...proofs.map(({ at }) => at));
}

/** What happened to a message, oldest first: what stands in its row, and what was noted. */
export function timelineSteps(message: ActivityMessage): readonly TimelineStep[] {
  const { createdAt, claimedAt, settledAt, attempts, reply, events, state } = message;
  const step = (at: number, label: string, tone: StateTone, words: string | null = null) => {
    return { at, label, tone, words, who: null, otherId: null };
  };
  const steps: TimelineStep[] = [];
  const isCopy = events.some(({ type, detail }) => type === "queued" && detail["copy of"]);
  if (!isCopy) steps.push(step(createdAt, "Queued", "waiting"));
  if (claimedAt !== null) {
    const which = attempts > 1 ? `attempt ${attempts}` : null;
    steps.push(step(claimedAt, "Sending", "waiting", which));
  }
  const byHand = events.some(({ type, detail }) => type === "accepted" && detail["by hand"]);
  if (settledAt !== null && isSent(message) && !byHand) {
    steps.push(step(acceptedAt(message) ?? settledAt, "Accepted", "good", reply));
  }
  if (settledAt !== null && state === "expired") {
    steps.push(step(settledAt, "Expired", "over", "it was not to be sent after this time"));
  }
  steps.push(...events.map(toStep));
  return steps
    .map((one, place) => ({ one, place }))
    .sort((a, b) => a.one.at - b.one.at || a.place - b.place)
    .map(({ one }) => one);
}

/** Words of webhooks that are no states, and of what people do. */
const otherWords: Readonly<Record<string, { label: string; tone: StateTone }>> = {
  deferred: { label: "Delayed", tone: "warn" },
  unsubscribed: { label: "Unsubscribed", tone: "warn" },
  subscribed: { label: "Subscribed again", tone: "good" },
  failed: { label: "Refused by Postmark", tone: "bad" },
  autoresponded: { label: "Automatic reply", tone: "over" },
  unknown: { label: "A webhook of an unknown kind", tone: "over" },
  "looked-up": { label: "Looked up at Postmark", tone: "over" },
  "sent-again": { label: "Sent again", tone: "over" },
  retry: { label: "Not sent", tone: "warn" },
};

function toStep({ at, type, recipient, detail }: ActivityEvent): TimelineStep {
  const known = otherWords[type] ?? stateWords[type as ActivityState];
  const { label, tone } = known ?? { label: type, tone: "over" as const };
  const hand = text(detail["by hand"]);
  return {
    ...{ at, tone, who: recipient },
    label: hand && type === "accepted" ? "Marked as sent" : label,
    words:
      [hand && `by hand: ${hand}`, ...describeDetail(type, detail)].filter(Boolean).join("; ") ||
      null,
    otherId: text(detail.as) ?? text(detail["copy of"]),
  };
}

function describeDetail(type: string, detail: ActivityEvent["detail"]): readonly (string | null)[] {
  const { attempt, reason, bounce, details, link, state } = detail;
  const bounceType = bounce && typeof bounce === "object" && "type" in bounce ? bounce.type : null;
  const isTried = type === "retry" && typeof attempt === "number";
  return [
    isTried ? `attempt ${attempt}` : null,
    type === "looked-up" ? (lookedUpWords[text(state) ?? ""] ?? text(state)) : null,
    text(bounceType),
    text(reason),
    text(details),
    text(link),
  ];
}

const lookedUpWords: Readonly<Record<string, string>> = {
  accepted: "found: it was sent",
  uncertain: "not found yet",
  queued: "not found: it is sent again",
  retry: "not found: it is sent again",
  held: "it waits for a person",
};

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
