import { lazy, Suspense } from "react";
import type { Activity } from "../../../protocol/index.ts";
import { useClient } from "../../data/client.ts";
import { Link } from "../../link.tsx";
import type { ActivityRoute } from "../../route.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ListToggle } from "../../ui/list-toggle.tsx";
import { Snippet } from "../../ui/snippet.tsx";
import { useDelayed } from "../../ui/use-delayed.ts";
import { Overview } from "./overview.tsx";
import { SuppressionList } from "./suppression-list.tsx";
import "./activity-home.css";

/** Brings the plotting library with it. */
const Plots = lazy(() => import("./plots.tsx"));

/** The outbox with no message opened: how it stands, or how to have one. */
export function ActivityHome({
  route,
  activity,
}: {
  readonly route: ActivityRoute;
  readonly activity: Activity | null;
}) {
  return (
    <>
      <header className="stage-bar activity-bar">
        <ListToggle />
        <nav className="activity-rooms" aria-label="Activity">
          <RoomLink route={route} room="overview" label="Overview" />
          <RoomLink route={route} room="suppressions" label="Suppressions" />
        </nav>
      </header>
      {activity && <HomeContent route={route} activity={activity} />}
    </>
  );
}

function RoomLink({
  route,
  room,
  label,
}: {
  readonly route: ActivityRoute;
  readonly room: ActivityRoute["room"];
  readonly label: string;
}) {
  return (
    <Link
      className="activity-room"
      route={{ ...route, room, id: null }}
      aria-current={route.room === room ? "page" : undefined}
    >
      {label}
    </Link>
  );
}

function HomeContent({
  route,
  activity,
}: {
  readonly route: ActivityRoute;
  readonly activity: Activity;
}) {
  const isSlow = useDelayed(activity.status === "opening");
  if (activity.status === "none") return <NoOutbox />;
  if (activity.status === "away") return <AwayOutbox activity={activity} />;
  if (!activity.overview) {
    return isSlow ? (
      <EmptyState title="The outbox starts">
        <p>A PostgreSQL starts beside the preview. The first time this takes a few seconds.</p>
      </EmptyState>
    ) : null;
  }
  if (route.room === "suppressions") return <SuppressionList route={route} />;
  return (
    <div className="activity-home scrolls">
      <h1 className="visually-hidden">Overview</h1>
      <Overview route={route} activity={activity} overview={activity.overview} />
      <Suspense>
        <Plots route={route} />
      </Suspense>
    </div>
  );
}

function NoOutbox() {
  return (
    <EmptyState title="No outbox">
      <p>
        An outbox keeps every message in PostgreSQL until it has gone out, and what became of it
        after that. Name yours, and its messages show here: in <code>DATABASE_URL</code>, in{" "}
        <code>letterpress.config.ts</code>, or at the start.
      </p>
      <Snippet
        label="The outbox of your app"
        code="letterpress dev --outbox postgres://127.0.0.1/shop"
      />
      <Snippet
        label="One of the preview's own, which Send goes through"
        code="letterpress dev --outbox embedded"
      />
    </EmptyState>
  );
}

function AwayOutbox({ activity }: { readonly activity: Activity }) {
  const client = useClient();
  return (
    <EmptyState title="The outbox cannot be read">
      <p className="activity-problem">{activity.problem}</p>
      {activity.isOwn && <p>Send goes to the inbox without it.</p>}
      {activity.command && <Snippet label="This adds it" code={activity.command} />}
      <Button onClick={() => void client.activity.refresh()}>Try again</Button>
    </EmptyState>
  );
}
