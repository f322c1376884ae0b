import { monotonicMs, systemClock } from "../../../src/clock.ts";
import type { PlotCounts, Plots } from "../../../src/outbox/activity/read-plots.ts";
import type {
  ActivityCounts,
  ActivityPlots,
  PlotRange,
  PlotSplitBy,
} from "../../protocol/index.ts";
import type { UseActivity } from "./use-activity.ts";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Length of each range and of its steps, in seconds. */
export const plotRanges: Readonly<Record<PlotRange, { whole: number; step: number }>> = {
  hour: { whole: hour, step: minute },
  day: { whole: day, step: 15 * minute },
  week: { whole: 7 * day, step: 2 * hour },
  month: { whole: 30 * day, step: 12 * hour },
};

/** Plots that took long are read again only after so many times as long. */
const restFactor = 20;

interface Kept {
  readonly reading: Promise<ActivityPlots>;
  readonly freshUntilMs: number;
}

/** Reads plots, those that cost much less often than they are asked for. */
export function createPlotService(use: UseActivity) {
  const kept = new Map<string, Kept>();
  return (range: PlotRange, by: PlotSplitBy | undefined): Promise<ActivityPlots> => {
    const name = `${range} ${by}`;
    const known = kept.get(name);
    if (known && monotonicMs() < known.freshUntilMs) return known.reading;
    const begunMs = monotonicMs();
    const reading = read(use, range, by);
    kept.set(name, { reading, freshUntilMs: Number.POSITIVE_INFINITY });
    reading.then(
      () => {
        const nowMs = monotonicMs();
        kept.set(name, { reading, freshUntilMs: nowMs + (nowMs - begunMs) * restFactor });
      },
      () => kept.delete(name),
    );
    return reading;
  };
}

async function read(
  use: UseActivity,
  range: PlotRange,
  by: PlotSplitBy | undefined,
): Promise<ActivityPlots> {
  const { whole, step } = plotRanges[range];
  const last = Math.floor(systemClock.now() / 1_000 / step) * step;
  const first = last + step - whole;
  const plots = await use((activity) =>
    activity.plots({
      ...{ from: new Date(first * 1_000), to: new Date((last + step) * 1_000) },
      ...{ stepSeconds: step, by },
    }),
  );
  const at = Array.from({ length: whole / step }, (_, place) => first + place * step);
  return { at, stepSeconds: step, ...toColumns(plots, at) };
}

function toColumns({ steps, splits }: Plots, at: readonly number[]) {
  const byTime = new Map(steps.map((step) => [step.at, step]));
  const column = <Value>(pick: (step: (typeof steps)[number]) => Value | undefined) =>
    at.map((time) => {
      const step = byTime.get(time);
      return (step && pick(step)) ?? null;
    });
  return {
    counts: countColumns(steps, at),
    acceptMs: column(({ acceptMs }) => acceptMs?.[0]),
    slowAcceptMs: column(({ acceptMs }) => acceptMs?.[1]),
    queueMs: column(({ queueMs }) => queueMs),
    splits: splits.map((split) => ({ name: split.name, counts: countColumns(split.steps, at) })),
  };
}

function countColumns(
  steps: readonly (PlotCounts & { readonly at: number })[],
  at: readonly number[],
): Record<keyof ActivityCounts, readonly number[]> {
  const byTime = new Map(steps.map((step) => [step.at, step]));
  const column = (name: keyof ActivityCounts) => at.map((time) => byTime.get(time)?.[name] ?? 0);
  return {
    ...{ sent: column("sent"), delivered: column("delivered"), opened: column("opened") },
    ...{ clicked: column("clicked"), bounced: column("bounced") },
    ...{ complained: column("complained"), rejected: column("rejected") },
  };
}
