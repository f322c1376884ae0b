import type { ActivityCounts, ActivityPlots, PlotSplitBy } from "../../../protocol/index.ts";
import { countWords } from "./count-words.ts";

const columns = Object.keys(countWords) as (keyof ActivityCounts)[];
const splitNames = { email: "Email", tag: "Tag", stream: "Stream" } as const;

/** What the plots show, in numbers for the whole range. */
export function TotalsTable({
  plots,
  by,
}: {
  readonly plots: ActivityPlots;
  readonly by: PlotSplitBy | null;
}) {
  const rows = [
    ...(by ? plots.splits.map(({ name, counts }) => ({ name: name || "none", counts })) : []),
    { name: "All", counts: plots.counts },
  ];
  return (
    <div className="totals scrolls">
      <table className="activity-table">
        <thead>
          <tr>
            <th scope="col">{by ? splitNames[by] : "In this time"}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {countWords[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, counts }) => {
            const sent = sum(counts.sent);
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                {columns.map((column) => {
                  const amount = sum(counts[column]);
                  return (
                    <td key={column} className="tabular">
                      {amount.toLocaleString("en")}
                      {column !== "sent" && column !== "rejected" && amount > 0 && sent > 0 && (
                        <span className="totals-share">{writeShare(amount / sent)}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A tenth of a percent counts where there is little. */
function writeShare(share: number): string {
  const percent = share * 100;
  return `${percent < 10 ? percent.toFixed(1) : Math.round(percent)} %`;
}
