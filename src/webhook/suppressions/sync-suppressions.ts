import { type Clock, systemClock } from "../../clock.ts";
import type { PostmarkApi } from "../../postmark-api/postmark-api.ts";
import {
  changeSuppressions,
  listSuppressions,
  type PostmarkSuppression,
  type RefusedChange,
} from "../../postmark-api/suppressions.ts";
import { readTime } from "../parse/read-time.ts";
import { reasonOf } from "./suppression-change-of.ts";
import { isSuppressed } from "./suppression-key.ts";
import type { SuppressionChange, SuppressionState, SuppressionStore } from "./suppression-store.ts";

/** Options of {@link syncSuppressions}. */
export interface SyncSuppressionsOptions {
  readonly store: SuppressionStore;
  readonly api: PostmarkApi;
  /** @default "outbound" */
  readonly stream?: string | undefined;
  /** Tells what would change, and changes nothing. @default false */
  readonly dryRun?: boolean | undefined;
  readonly clock?: Clock | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a sync changed, as addresses. */
export interface SuppressionSync {
  readonly stream: string;
  /** On Postmark's list, and now on ours. */
  readonly pulled: readonly string[];
  /** Reactivated at Postmark, and now lifted here. */
  readonly lifted: readonly string[];
  /** Suppressed here, and now on Postmark's list. */
  readonly pushed: readonly string[];
  /** Lifted here, and now reactivated at Postmark. */
  readonly reactivated: readonly string[];
  /** What Postmark did not do, such as to take a complaint off its list. */
  readonly refused: readonly RefusedChange[];
}

/** Postmark takes up to a minute to list a change, and clocks differ: what is younger is left for the next time. */
const settleMs = 5 * 60 * 1_000;

/**
 * Brings the suppressions of one stream and Postmark's list together, both ways. Where they differ
 * the newer change holds: what Postmark has is taken over, and what was changed here is told to
 * Postmark. What Postmark had once and has no more was reactivated there, and is lifted here.
 *
 * @throws {PostmarkApiError} when Postmark cannot be asked; what was changed until then stays
 */
export async function syncSuppressions({
  store,
  api,
  stream = "outbound",
  dryRun = false,
  clock = systemClock,
  signal,
}: SyncSuppressionsOptions): Promise<SuppressionSync> {
  const startedAt = clock.now();
  const theirs = new Map<string, SuppressionChange>();
  for (const entry of await listSuppressions(api, stream, { signal })) {
    const change = toChange(entry, stream, startedAt);
    theirs.set(change.address, change);
  }
  const ours = new Map<string, SuppressionState>();
  for await (const state of store.list({ stream, lifted: true })) ours.set(state.address, state);

  const plan = planSync(theirs, ours, startedAt);
  const apply = async (changes: readonly SuppressionChange[]) => {
    if (!dryRun) for (const change of changes) await store.apply(change);
    return changes.map(({ address }) => address);
  };
  const tell = async (states: readonly SuppressionState[], change: "add" | "remove") => {
    const addresses = states.map(({ address }) => address);
    if (dryRun) return { done: addresses, refused: [] };
    const refused = await changeSuppressions(api, stream, change, addresses, { signal });
    const isRefused = new Set(refused.map(({ address }) => address.toLowerCase()));
    const done = states.filter(({ address }) => !isRefused.has(address));
    // From now on what Postmark says of it counts.
    for (const state of done) await store.apply({ ...state, atPostmark: change === "add" });
    return { done: done.map(({ address }) => address), refused };
  };
  // On both lists by different ways: from now on Postmark's counts, if it goes from there.
  await apply(plan.note);
  const pulled = await apply(plan.pull);
  const lifted = await apply(plan.lift);
  const pushed = await tell(plan.push, "add");
  const reactivated = await tell(plan.reactivate, "remove");
  return {
    ...{ stream, pulled, lifted, pushed: pushed.done, reactivated: reactivated.done },
    refused: [...pushed.refused, ...reactivated.refused],
  };
}

/** What is to be done, before any of it is. */
function planSync(
  theirs: ReadonlyMap<string, SuppressionChange>,
  ours: ReadonlyMap<string, SuppressionState>,
  now: number,
) {
  const isSettled = ({ at }: SuppressionState) => at.getTime() < now - settleMs;
  const states = [...ours.values()];
  const missing = states.filter((state) => isSuppressed(state) && !theirs.has(state.address));
  const isNewer = (state: SuppressionState) =>
    state.at.getTime() > (theirs.get(state.address)?.at.getTime() ?? 0);
  return {
    pull: [...theirs.values()].filter((change) => {
      const own = ours.get(change.address);
      return !own || (!isSuppressed(own) && !isNewer(own));
    }),
    lift: missing
      .filter((state) => state.atPostmark && isSettled(state))
      .map((state) => ({ ...state, reason: undefined, at: new Date(now), origin: reactivation })),
    note: states
      .filter((own) => isSuppressed(own) && !own.atPostmark && theirs.has(own.address))
      .map((own) => ({ ...own, atPostmark: true })),
    push: missing.filter((state) => !state.atPostmark),
    reactivate: states.filter(
      (state) => !isSuppressed(state) && theirs.has(state.address) && isNewer(state),
    ),
  };
}

const reactivation = { type: "Reactivated", details: "no longer on Postmark's list" };

function toChange(entry: PostmarkSuppression, stream: string, now: number): SuppressionChange {
  const createdAt = readTime(entry.createdAt)?.getTime() ?? now;
  return {
    ...{ address: entry.address.toLowerCase(), stream, atPostmark: true },
    reason: reasonOf(entry.reason, entry.origin),
    at: new Date(Math.min(createdAt, now)),
    origin: { type: entry.reason, details: `on Postmark's list, by ${entry.origin || "someone"}` },
  };
}
