import { useEffect, useMemo } from "react";
import { useClient } from "../data/client.ts";
import { useStore } from "../data/store.ts";
import { useSearchText } from "../inbox/search/use-search-text.ts";
import { useHandlers } from "../keys/actions.tsx";
import type { ActivityRoute } from "../route.ts";
import { Connection } from "../ui/connection.tsx";
import { Shell } from "../ui/shell.tsx";
import { goTo } from "../use-route.ts";
import { ActivityList } from "./list/activity-list.tsx";
import { toListQuery } from "./list/list-query.ts";
import { useActivityList } from "./list/use-activity-list.ts";
import { ActivityStage } from "./message/activity-stage.tsx";
import { ActivityHome } from "./overview/activity-home.tsx";
import { describeOutbox } from "./overview/describe-outbox.ts";
import { useActivity } from "./use-activity.ts";

/** The Activity room: every message of the outbox, and what became of one of them. */
export function ActivityPage({ route: asked }: { readonly route: ActivityRoute }) {
  const activity = useActivity();
  const { problem } = useClient().activity;
  const serverProblem = useStore(problem);
  const [typed, setTyped] = useSearchText(asked);
  const route = useMemo(() => ({ ...asked, search: typed }), [asked, typed]);
  const isReady = activity?.status === "ready";
  const { query, complaint } = useMemo(
    () => toListQuery(asked.show, typed, Date.now()),
    [asked.show, typed],
  );
  const list = useActivityList(isReady || activity?.status === "away" ? query : null);
  const messages = list.loaded?.messages ?? [];
  const at = messages.findIndex(({ id }) => id === route.id);
  const go = (place: number) => {
    const message = messages[place];
    if (message) goTo({ ...route, id: message.id });
  };
  useHandlers({
    next: () => go(at + 1),
    previous: () => go(at < 0 ? 0 : at - 1),
    back: () => (typed ? setTyped("") : goTo({ ...route, id: null, view: null, room: "overview" })),
  });
  // What one types into the list is seen in the list: an opened message stays where it is.
  useEffect(() => {
    if (at >= 0 && at >= messages.length - 3) list.more();
  }, [at, messages.length, list.more]);

  return (
    <Shell
      page="activity"
      listLabel="Messages"
      list={
        <ActivityList
          route={route}
          activity={activity}
          list={list}
          typed={typed}
          onType={setTyped}
          complaint={complaint}
        />
      }
      stage={
        route.id === null ? (
          <ActivityHome route={route} activity={activity} />
        ) : (
          <ActivityStage route={route} id={route.id} />
        )
      }
      status={
        <>
          <span className="tabular truncate" role="status">
            {serverProblem ? serverProblem.message : activity && describeOutbox(activity)}
          </span>
          <Connection />
          <span className="stage-space" />
          {activity?.place && <span className="truncate">{activity.place}</span>}
        </>
      }
    />
  );
}
