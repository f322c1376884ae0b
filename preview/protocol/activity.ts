import type { Mailbox, MessageAttachment, MessageHeader } from "./inbox.ts";

/** Where a message of the outbox stands. @see src/outbox/message-state.ts */
export type ActivityState =
  | ("queued" | "sending" | "retry" | "uncertain" | "held")
  | ("accepted" | "delivered" | "opened" | "clicked" | "bounced" | "complained")
  | ("rejected" | "expired" | "cancelled");

/** What a person may do to a message. */
export type ActivityAction = "retry" | "cancel" | "release" | "mark as sent" | "send again";

/** A row of the list. Times are ms since the epoch. */
export interface ActivitySummary {
  readonly id: string;
  readonly state: ActivityState;
  /** Why it is in this state, where that needs words. */
  readonly reason: string | null;
  /** Those who are to get it, or have. */
  readonly to: readonly string[];
  /** Null where it is sealed. */
  readonly subject: string | null;
  readonly tag: string | null;
  readonly emailId: string | null;
  readonly stream: string;
  /** Name of its sender. */
  readonly sender: string;
  readonly attempts: number;
  readonly createdAt: number;
  readonly dueAt: number;
  readonly settledAt: number | null;
}

/** Messages that were found, newest first. */
export interface ActivityList {
  readonly messages: readonly ActivitySummary[];
  /** Where to go on; null when everything was looked at. */
  readonly next: string | null;
  /** How far back it was looked; null when everything was. */
  readonly searchedTo: number | null;
}

/** One line of a message's timeline, as it stands in the outbox. */
export interface ActivityEvent {
  readonly at: number;
  /** A state, or what a webhook said. */
  readonly type: string;
  readonly recipient: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What a message holds, as it was really sent. */
export interface SentContent {
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  readonly hasHtml: boolean;
  /** Octets of the HTML in UTF-8. */
  readonly htmlBytes: number;
  readonly text: string | null;
  /** In the order they stand in the message. */
  readonly headers: readonly MessageHeader[];
  readonly attachments: readonly MessageAttachment[];
}

/** One message, whole but for its bytes. */
export interface ActivityMessage extends ActivitySummary {
  readonly key: string | null;
  /** With angle brackets. */
  readonly messageId: string;
  /** Postmark's own id. */
  readonly postmarkId: string | null;
  readonly priority: "high" | "normal" | "low";
  readonly envelopeFrom: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly accepted: readonly string[];
  readonly refused: readonly { readonly address: string; readonly response: string }[];
  /** What the server said when it took it. */
  readonly reply: string | null;
  readonly expiresAt: number | null;
  /** When its last attempt began. */
  readonly claimedAt: number | null;
  /** Oldest first. */
  readonly events: readonly ActivityEvent[];
  /** What can be done to it now. */
  readonly actions: readonly ActivityAction[];
  /** Null when it cannot be read; `contentProblem` says why. */
  readonly content: SentContent | null;
  readonly contentProblem: string | null;
  /** Whether retention has taken the body; the headers stay. */
  readonly isPurged: boolean;
}

/** Asks for something to be done to a message. */
export interface ActivityActionRequest {
  readonly action: ActivityAction;
}

/** What was done: the id of the message that goes on, which is a copy's where one is sent. */
export interface ActivityActionResult {
  readonly id: string;
}

/** An outbox, and how it stands. */
export interface Activity {
  /** `none`: no outbox is named. `opening`: the preview's own one starts. `away`: see `problem`. */
  readonly status: "none" | "opening" | "ready" | "away";
  /** Which one it is, in words; holds no password. */
  readonly place: string;
  /** Whether it is the preview's own, which Send goes through. */
  readonly isOwn: boolean;
  readonly problem: string | null;
  /** A command that would fix it. */
  readonly command: string | null;
  /** Null unless `ready`. */
  readonly overview: ActivityOverview | null;
}

/** How an outbox stands. */
export interface ActivityOverview {
  readonly amount: number;
  /** Whether `amount` is what PostgreSQL estimates. */
  readonly isEstimate: boolean;
  readonly open: Readonly<Record<"queued" | "retry" | "sending" | "uncertain" | "held", number>>;
  /** Messages made in the last 24 hours, by state. */
  readonly lastDay: Readonly<Partial<Record<ActivityState, number>>>;
  readonly senders: readonly {
    readonly name: string;
    readonly waiting: number;
    readonly sending: number;
    readonly oldestDueMs: number;
    /** Null while nothing is wrong with it. */
    readonly paused: { readonly since: number; readonly reason: string } | null;
  }[];
  readonly workers: readonly {
    readonly id: string;
    readonly host: string;
    readonly pid: number;
    readonly connections: number;
  }[];
  readonly stuck: readonly {
    readonly state: ActivityState;
    readonly reason: string;
    readonly count: number;
    readonly oldestAt: number;
  }[];
  readonly missingKeys: readonly string[];
}

/** How far back plots go. */
export type PlotRange = "hour" | "day" | "week" | "month";

/** What plots are split by. */
export type PlotSplitBy = "email" | "tag" | "stream";

/** What became of the messages that were sent at a time. */
export interface ActivityCounts {
  readonly sent: number;
  readonly delivered: number;
  readonly opened: number;
  readonly clicked: number;
  readonly bounced: number;
  readonly complained: number;
  readonly rejected: number;
}

/** Plots of an outbox, in columns as a plotting library takes them: one value for each step. */
export interface ActivityPlots {
  /** Beginning of each step, seconds since the epoch. */
  readonly at: readonly number[];
  readonly stepSeconds: number;
  readonly counts: Readonly<Record<keyof ActivityCounts, readonly number[]>>;
  /** Milliseconds from due to accepted of half of the messages, and of all but a twentieth. */
  readonly acceptMs: readonly (number | null)[];
  readonly slowAcceptMs: readonly (number | null)[];
  /** The longest wait in the queue, ms. */
  readonly queueMs: readonly (number | null)[];
  /** The most frequent emails, tags or streams; empty where it is not split. */
  readonly splits: readonly {
    readonly name: string;
    readonly counts: Readonly<Record<keyof ActivityCounts, readonly number[]>>;
  }[];
}

/** Who gets no more mail, and why; the latest first. */
export interface ActivitySuppressions {
  readonly suppressions: readonly {
    readonly address: string;
    readonly stream: string;
    readonly reason: "hard-bounce" | "complaint" | "unsubscribe" | "manual";
    readonly since: number;
    readonly type: string | null;
    readonly details: string | null;
    /** Id of the message in this outbox that it came from. */
    readonly messageId: string | null;
    readonly atPostmark: boolean;
  }[];
  /** How many there are, shown or not. */
  readonly amount: number;
}
