import type { ActivityMessage } from "../../../protocol/index.ts";
import { type StateTone, stateWords } from "../state-words.ts";
import { acceptedAt, isSent, timelineSteps } from "./timeline-steps.ts";

/** One station of a message's way. */
export interface Station {
  readonly label: string;
  readonly tone: StateTone;
  /** Null where it has not come to it yet. */
  readonly at: number | null;
}

/**
 * The way of a message in one picture: queued, sending, accepted, delivered, opened. Where it went
 * wrong the way ends there; what has not happened yet stands behind.
 */
export function trackOf(message: ActivityMessage): readonly Station[] {
  const steps = timelineSteps(message);
  const first = (label: string) => steps.find((step) => step.label === label)?.at ?? null;
  const { state, createdAt, claimedAt, settledAt } = message;
  const queued: Station = { label: "Queued", tone: "waiting", at: createdAt };
  const sending: Station = { label: "Sending", tone: "waiting", at: claimedAt };
  if (!isSent(message)) {
    if (state === "queued" || state === "sending") {
      return [queued, sending, ahead("Accepted"), ahead("Delivered")];
    }
    const last = steps.findLast(({ label }) => label === endLabel(message))?.at;
    const end = { ...stateWords[state], at: last ?? settledAt ?? steps.at(-1)?.at ?? createdAt };
    return [queued, ...(claimedAt === null ? [] : [sending]), end];
  }
  const accepted: Station = { label: "Accepted", tone: "good", at: acceptedAt(message) };
  const way = [queued, ...(claimedAt === null ? [] : [sending]), accepted];
  const delivered = first("Delivered");
  const bad = steps.find(({ tone }) => tone === "bad");
  const reached = (label: string): readonly Station[] => {
    const at = first(label);
    return at === null ? [] : [{ label, tone: "good", at }];
  };
  const beyond = [...reached("Opened"), ...reached("Clicked")];
  if (bad) return [...way, ...reached("Delivered"), ...beyond, bad].map(toStation);
  if (delivered === null && beyond.length === 0)
    return [...way, ahead("Delivered"), ahead("Opened")];
  return [...way, ...reached("Delivered"), ...(beyond.length > 0 ? beyond : [ahead("Opened")])];
}

function endLabel({ state }: ActivityMessage): string {
  return state === "retry" ? "Not sent" : stateWords[state].label;
}

function ahead(label: string): Station {
  return { label, tone: "waiting", at: null };
}

function toStation({ label, tone, at }: Station): Station {
  return { label, tone, at };
}
