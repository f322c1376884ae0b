import type { ActivityMessage } from "../../../protocol/index.ts";
import { Link } from "../../link.tsx";
import { type ActivityRoute, activityRoute } from "../../route.ts";
import { formatMoment } from "../../ui/format.ts";
import { numbered } from "../../ui/numbered.ts";
import { formatSpan } from "./format-span.ts";
import { timelineSteps } from "./timeline-steps.ts";

/** What happened to a message, line by line. */
export function TimelineView({
  message,
  route,
}: {
  readonly message: ActivityMessage;
  readonly route: ActivityRoute;
}) {
  const steps = numbered(timelineSteps(message));
  return (
    <section className="timeline scrolls" aria-label="Timeline">
      <ol>
        {steps.map(({ place, at, label, tone, who, words, otherId }) => {
          const before = steps[place - 1]?.at;
          return (
            <li key={place} data-tone={tone}>
              <span className="timeline-label">{label}</span>
              <span className="timeline-words">
                {who && <span>{who}</span>}
                {words && <span className="timeline-why">{words}</span>}
                {otherId && (
                  <Link route={activityRoute(otherId, { search: route.search, show: route.show })}>
                    The other message
                  </Link>
                )}
              </span>
              <time className="timeline-time tabular" dateTime={new Date(at).toISOString()}>
                {formatMoment(at)}
                {before !== undefined && (
                  <span className="timeline-span">+ {formatSpan(Math.max(0, at - before))}</span>
                )}
              </time>
            </li>
          );
        })}
      </ol>
      {message.state === "retry" && <p>Tried again at {formatMoment(message.dueAt)}.</p>}
      {message.state === "queued" && message.dueAt > Date.now() && (
        <p>To be sent at {formatMoment(message.dueAt)}.</p>
      )}
      {message.refused.length > 0 && (
        <>
          <h2>Refused recipients</h2>
          <ul className="timeline-refused">
            {numbered(message.refused).map(({ place, address, response }) => (
              <li key={place}>
                <span>{address}</span>
                <span className="timeline-why">{response}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
