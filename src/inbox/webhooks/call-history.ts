import type { OpenCall } from "./webhook-call.ts";

/** Calls that are shown. */
export interface CallHistory {
  add(call: OpenCall): void;
  get(id: number): OpenCall | undefined;
  /** Newest first; of one message, or of all. */
  list(messageId: string | undefined): readonly OpenCall[];
}

/** The last calls that are shown; what waits is sent even when it is shown no more. */
const mostKept = 2_000;

/** Creates an empty history; the oldest go first. */
export function createCallHistory(): CallHistory {
  const calls = new Map<number, OpenCall>();
  return {
    add(call) {
      calls.set(call.id, call);
      if (calls.size <= mostKept) return;
      const [oldest] = calls.keys();
      if (oldest !== undefined) calls.delete(oldest);
    },
    get: (id) => calls.get(id),
    list: (messageId) =>
      [...calls.values()]
        .filter((call) => messageId === undefined || call.messageId === messageId)
        .reverse(),
  };
}
