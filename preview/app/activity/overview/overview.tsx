import type { Activity, ActivityOverview } from "../../../protocol/index.ts";
import { Link } from "../../link.tsx";
import type { ActivityRoute, ActivityShow } from "../../route.ts";
import { count, formatMoment } from "../../ui/format.ts";
import { numbered } from "../../ui/numbered.ts";
import { formatSpan } from "../message/format-span.ts";
import { stateWords } from "../state-words.ts";

/** How an outbox stands now: what waits, who works, what is stuck and why. */
export function Overview({
  route,
  activity,
  overview,
}: {
  readonly route: ActivityRoute;
  readonly activity: Activity;
  readonly overview: ActivityOverview;
}) {
  const { amount, open, senders, workers, stuck, missingKeys } = overview;
  return (
    <>
      {amount === 0 && (
        <p className="activity-hint">
          {activity.isOwn
            ? "Nothing was sent yet. Open an email and press S: the message goes through this outbox to the inbox, and each step shows here."
            : "Nothing was enqueued yet."}
        </p>
      )}
      <ul className="tiles" aria-label="Now">
        <Tile route={route} show="waiting" label="Waiting" amount={open.queued + open.retry} />
        <Tile route={route} show="waiting" label="Sending" amount={open.sending} />
        <Tile route={route} show="stuck" label="Uncertain" amount={open.uncertain} isWarning />
        <Tile route={route} show="stuck" label="Held" amount={open.held} isWarning />
        <li className="tile" data-warning={workers.length === 0 || undefined}>
          <span className="tile-amount tabular">{workers.length.toLocaleString("en")}</span>
          <span className="tile-label">{workers.length === 1 ? "Worker" : "Workers"}</span>
        </li>
      </ul>
      {workers.length === 0 && (
        <p className="activity-hint" data-tone="warn">
          No process works on it: nothing is sent. Run <code>npx letterpress work</code>, or{" "}
          <code>outbox.work()</code> in the app.
        </p>
      )}
      {senders.map(({ name, paused, oldestDueMs }) => (
        <SenderLine key={name} name={name} paused={paused} oldestDueMs={oldestDueMs} />
      ))}
      {missingKeys.length > 0 && (
        <p className="activity-hint" data-tone="warn">
          Messages wait that were sealed with {count(missingKeys.length, "key")} which{" "}
          <code>LETTERPRESS_OUTBOX_KEY</code> does not hold: {missingKeys.join(", ")}.
        </p>
      )}
      {stuck.length > 0 && (
        <section className="activity-part" aria-label="Stuck">
          <h2>Stuck</h2>
          <ul className="stuck">
            {numbered(stuck).map(({ place, state, reason, count: amountStuck, oldestAt }) => (
              <li key={place}>
                <Link route={{ ...route, show: "stuck", search: `state:${state}` }}>
                  {amountStuck.toLocaleString("en")} {stateWords[state].label.toLowerCase()}
                </Link>
                <span>{reason || "no reason given"}</span>
                <span className="stuck-since tabular">since {formatMoment(oldestAt)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Tile({
  route,
  show,
  label,
  amount,
  isWarning = false,
}: {
  readonly route: ActivityRoute;
  readonly show: ActivityShow;
  readonly label: string;
  readonly amount: number;
  readonly isWarning?: boolean;
}) {
  return (
    <li className="tile" data-warning={(isWarning && amount > 0) || undefined}>
      <Link route={{ ...route, show }}>
        <span className="tile-amount tabular">{amount.toLocaleString("en")}</span>
        <span className="tile-label">{label}</span>
      </Link>
    </li>
  );
}

/** So long a message may be due before it is worth a word, ms. */
const slowMs = 10_000;

function SenderLine({
  name,
  paused,
  oldestDueMs,
}: {
  readonly name: string;
  readonly paused: { readonly since: number; readonly reason: string } | null;
  readonly oldestDueMs: number;
}) {
  if (paused) {
    return (
      <p className="activity-hint" data-tone="warn">
        The sender “{name}” is paused since {formatMoment(paused.since)}: {paused.reason}. It is
        tried again by itself.
      </p>
    );
  }
  if (oldestDueMs < slowMs) return null;
  return (
    <p className="activity-hint" data-tone="warn">
      The oldest message of the sender “{name}” is due for {formatSpan(oldestDueMs)}.
    </p>
  );
}
