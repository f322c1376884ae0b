import type { ActivityState } from "../../protocol/index.ts";
import type { ActivityShow } from "../route.ts";

/** How a state is to be seen. */
export type StateTone = "waiting" | "good" | "warn" | "bad" | "over";

/** How states are called, and how they are to be seen. */
export const stateWords: Readonly<
  Record<ActivityState, { readonly label: string; readonly tone: StateTone }>
> = {
  queued: { label: "Queued", tone: "waiting" },
  sending: { label: "Sending", tone: "waiting" },
  retry: { label: "Waits for another try", tone: "warn" },
  uncertain: { label: "Uncertain", tone: "warn" },
  held: { label: "Held", tone: "warn" },
  accepted: { label: "Accepted", tone: "good" },
  delivered: { label: "Delivered", tone: "good" },
  opened: { label: "Opened", tone: "good" },
  clicked: { label: "Clicked", tone: "good" },
  bounced: { label: "Bounced", tone: "bad" },
  complained: { label: "Spam complaint", tone: "bad" },
  rejected: { label: "Rejected", tone: "bad" },
  expired: { label: "Expired", tone: "over" },
  cancelled: { label: "Cancelled", tone: "over" },
};

/** A part of the list. */
export interface ShowWords {
  readonly label: string;
  /** What is in it; `undefined`: everything. */
  readonly states: readonly ActivityState[] | undefined;
}

/** The parts of the list. */
export const showWords: Readonly<Record<ActivityShow, ShowWords>> = {
  all: { label: "All", states: undefined },
  waiting: { label: "Waiting", states: ["queued", "retry", "sending"] },
  stuck: { label: "Stuck", states: ["held", "uncertain"] },
  failed: { label: "Failed", states: ["rejected", "bounced", "complained", "expired"] },
  sent: { label: "Sent", states: ["accepted", "delivered", "opened", "clicked"] },
};
