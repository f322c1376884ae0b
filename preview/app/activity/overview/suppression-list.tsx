import { useEffect, useState } from "react";
import type { ActivitySuppressions } from "../../../protocol/index.ts";
import { fetchSuppressions } from "../../data/activity-endpoints.ts";
import type { Problem } from "../../data/ask.ts";
import { useClient } from "../../data/client.ts";
import { useStore } from "../../data/store.ts";
import { Link } from "../../link.tsx";
import { type ActivityRoute, activityRoute } from "../../route.ts";
import { formatMoment } from "../../ui/format.ts";

/** The server is asked when one has stopped typing for so long, ms. */
const restMs = 120;

const reasonWords = {
  "hard-bounce": "Hard bounce",
  complaint: "Spam complaint",
  unsubscribe: "Unsubscribed",
  manual: "By hand",
} as const;

/** Who gets no more mail, and why. */
export function SuppressionList({ route }: { readonly route: ActivityRoute }) {
  const changes = useStore(useClient().activity.changes);
  const [part, setPart] = useState("");
  const [found, setFound] = useState<ActivitySuppressions | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change is a reason by itself
  useEffect(() => {
    const request = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await fetchSuppressions(part, { signal: request.signal });
      if (request.signal.aborted) return;
      setProblem(answer.ok ? null : answer.problem);
      if (answer.ok) setFound(answer.value);
    }, restMs);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [part, changes]);

  return (
    <div className="activity-home scrolls">
      <h1 className="visually-hidden">Suppressions</h1>
      <div className="suppression-bar">
        <input
          className="field"
          type="search"
          aria-label="Search addresses"
          placeholder="Search addresses"
          value={part}
          onChange={(event) => setPart(event.target.value)}
        />
        <span className="tabular" role="status">
          {problem ? problem.message : found && describe(found, part)}
        </span>
      </div>
      {found && found.suppressions.length > 0 && (
        <table className="activity-table">
          <thead>
            <tr>
              <th scope="col">Address</th>
              <th scope="col">Why</th>
              <th scope="col">Stream</th>
              <th scope="col">Since</th>
            </tr>
          </thead>
          <tbody>
            {found.suppressions.map((one) => (
              <tr key={`${one.address} ${one.stream}`}>
                <th scope="row">
                  <Link route={activityRoute(null, { ...route, search: `to:${one.address}` })}>
                    {one.address}
                  </Link>
                </th>
                <td>
                  {reasonWords[one.reason]}
                  {one.details && <span className="suppression-why">{one.details}</span>}
                  {one.messageId && (
                    <Link className="suppression-why" route={activityRoute(one.messageId)}>
                      The message that it came from
                    </Link>
                  )}
                  {!one.atPostmark && (
                    <span className="suppression-why">Here only, not at Postmark</span>
                  )}
                </td>
                <td>{one.stream}</td>
                <td className="tabular">{formatMoment(one.since)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function describe({ amount, suppressions }: ActivitySuppressions, part: string): string {
  if (amount === 0) return part.trim() ? "No address fits" : "Everyone gets mail";
  const shown = suppressions.length < amount ? `, the latest ${suppressions.length} shown` : "";
  const found = `${amount.toLocaleString("en")} ${amount === 1 ? "address gets" : "addresses get"} no more mail`;
  return found + shown;
}
