import { useEffect, useState } from "react";
import type { ActivityCounts, ActivityPlots } from "../../../protocol/index.ts";
import { fetchPlots } from "../../data/activity-endpoints.ts";
import type { Problem } from "../../data/ask.ts";
import { useClient } from "../../data/client.ts";
import { useStore } from "../../data/store.ts";
import type { ActivityRoute } from "../../route.ts";
import { goTo } from "../../use-route.ts";
import { formatSpan } from "../message/format-span.ts";
import { countWords } from "./count-words.ts";
import { Plot, type PlotSeries } from "./plot.tsx";
import { TotalsTable } from "./totals-table.tsx";
import "./plots.css";

/** Changes that come in quick succession are plotted together, ms. */
const settleMs = 1_000;

const rangeWords = { hour: "Hour", day: "24 hours", week: "7 days", month: "30 days" } as const;
const splitWords = {
  none: "Together",
  email: "By email",
  tag: "By tag",
  stream: "By stream",
} as const;

/** What was sent and what became of it, over time. */
export default function Plots({ route }: { readonly route: ActivityRoute }) {
  const { plots, problem } = usePlots(route);
  const [metric, setMetric] = useState<keyof ActivityCounts>("sent");
  return (
    <section className="activity-part" aria-label="Over time">
      <div className="plots-bar">
        <h2>Over time</h2>
        <Choice
          label="Range"
          words={rangeWords}
          chosen={route.range}
          onChoose={(range) => goTo({ ...route, range })}
        />
        <Choice
          label="Split"
          words={splitWords}
          chosen={route.by ?? "none"}
          onChoose={(by) => goTo({ ...route, by: by === "none" ? null : by })}
        />
        {route.by && (
          <Choice label="Plotted" words={countWords} chosen={metric} onChoose={setMetric} />
        )}
      </div>
      {problem && <p className="activity-hint">{problem.message}</p>}
      {plots && (
        <>
          <div className="plots">
            {route.by ? (
              <Plot
                {...{ at: plots.at, title: countWords[metric] }}
                series={plots.splits.map(({ name, counts }) => ({
                  label: name || "none",
                  values: counts[metric],
                }))}
              />
            ) : (
              <>
                <Plot
                  {...{ at: plots.at, title: "Sent, and what became of it" }}
                  series={seriesOf(plots, ["sent", "delivered", "opened", "clicked"])}
                />
                <Plot
                  {...{ at: plots.at, title: "Went wrong" }}
                  series={seriesOf(plots, ["bounced", "complained", "rejected"])}
                />
              </>
            )}
            <Plot
              {...{ at: plots.at, title: "Time from due to accepted" }}
              series={[
                { label: "Half of them", values: plots.acceptMs },
                { label: "19 of 20", values: plots.slowAcceptMs },
                { label: "Longest wait in the queue", values: plots.queueMs },
              ]}
              format={formatSpan}
            />
          </div>
          <TotalsTable plots={plots} by={route.by} />
        </>
      )}
    </section>
  );
}

function seriesOf(
  { counts }: ActivityPlots,
  names: readonly (keyof ActivityCounts)[],
): readonly PlotSeries[] {
  return names.map((name) => ({ label: countWords[name], values: counts[name] }));
}

interface KeptPlots extends Pick<ActivityRoute, "range" | "by"> {
  readonly plots: ActivityPlots;
}

function usePlots({ range, by }: ActivityRoute) {
  const changes = useStore(useClient().activity.changes);
  const [state, setState] = useState<KeptPlots | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isNew = state?.range !== range || state.by !== by;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change is a reason by itself
  useEffect(() => {
    const request = new AbortController();
    const timer = setTimeout(
      async () => {
        const answer = await fetchPlots(range, by, { signal: request.signal });
        if (request.signal.aborted) return;
        setProblem(answer.ok ? null : answer.problem);
        if (answer.ok) setState({ range, by, plots: answer.value });
      },
      isNew ? 0 : settleMs,
    );
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [range, by, changes]);
  // What is split differently must not stand under the words of the new split.
  return { plots: state?.by === by ? state.plots : null, problem };
}

function Choice<Name extends string>({
  label,
  words,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly words: Readonly<Record<Name, string>>;
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}) {
  return (
    <select
      className="field plots-choice"
      aria-label={label}
      value={chosen}
      onChange={(event) => onChoose(event.target.value as Name)}
    >
      {(Object.entries(words) as [Name, string][]).map(([name, word]) => (
        <option key={name} value={name}>
          {word}
        </option>
      ))}
    </select>
  );
}
