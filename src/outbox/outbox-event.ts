import type { MessageState } from "./message-state.ts";

/** What an outbox tells of while it works. Never an address, a subject or a body. */
export type OutboxEvent =
  | {
      /** The state of a message was changed by this process. */
      readonly type: "state";
      readonly id: string;
      readonly sender: string;
      readonly state: MessageState;
      readonly attempts: number;
      /** Milliseconds since it was due. */
      readonly ageMs: number;
      readonly reason: string | undefined;
    }
  | {
      /** Another process has taken the message over; what this one did counts no more. */
      readonly type: "fence-lost";
      readonly id: string;
    }
  | { readonly type: "paused" | "resumed"; readonly sender: string; readonly reason?: string }
  | {
      /** The database does not answer; work goes on when it does. */
      readonly type: "database";
      readonly isThere: boolean;
      readonly error?: unknown;
    };
