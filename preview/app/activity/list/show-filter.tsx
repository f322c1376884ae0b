import type { Activity } from "../../../protocol/index.ts";
import { type ActivityRoute, type ActivityShow, activityShows } from "../../route.ts";
import { goTo } from "../../use-route.ts";
import { showWords } from "../state-words.ts";

/** Which part of the list one looks at; of what is open, with how many there are. */
export function ShowFilter({
  route,
  activity,
}: {
  readonly route: ActivityRoute;
  readonly activity: Activity | null;
}) {
  return (
    <fieldset className="mailboxes bare" aria-label="State">
      {activityShows.map((show) => {
        const amount = countOf(show, activity);
        return (
          <button
            key={show}
            type="button"
            className="mailbox"
            aria-pressed={route.show === show}
            onClick={() => goTo({ ...route, show })}
          >
            <span>{showWords[show].label}</span>
            {amount > 0 && (
              <span className="mailbox-count tabular">{amount.toLocaleString("en")}</span>
            )}
          </button>
        );
      })}
    </fieldset>
  );
}

/** What is done is many; only what is open is counted. */
function countOf(show: ActivityShow, activity: Activity | null): number {
  const open = activity?.overview?.open;
  if (!open) return 0;
  if (show === "waiting") return open.queued + open.retry + open.sending;
  return show === "stuck" ? open.held + open.uncertain : 0;
}
