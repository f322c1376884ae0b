import { isOutboxError, type OutboxError } from "../../../src/errors.ts";
import type { OutboxActivity } from "../../../src/outbox/activity/open-activity.ts";
import { Refusal } from "../api/answer.ts";
import type { ActivitySource } from "./activity-source.ts";

/** Does something with the outbox that is shown. @throws {Refusal} that says why it cannot */
export type UseActivity = <Value>(
  work: (activity: OutboxActivity) => Promise<Value>,
) => Promise<Value>;

/** Makes errors of the outbox answers of the API. */
export function createUseActivity(source: Pick<ActivitySource, "place" | "open">): UseActivity {
  return async (work) => {
    try {
      const activity = await source.open();
      if (activity) return await work(activity);
    } catch (error) {
      if (isOutboxError(error)) throw new Refusal(statusOf(error), error.message);
      throw error instanceof RangeError ? new Refusal(400, error.message) : error;
    }
    throw new Refusal(404, "Cannot look at the outbox: none is named; start with --outbox URL");
  };
}

/** What a person asked for and its state does not allow is theirs; the rest may pass. */
function statusOf({ kind }: OutboxError): number {
  return kind === "state" ? 409 : 503;
}
