import { useId, useLayoutEffect, useRef } from "react";
import { activitySource, activityUrl } from "../../data/activity-endpoints.ts";
import { MessageSourceContext } from "../../data/message-source.ts";
import { serverUrl } from "../../data/site.ts";
import { MessageViews } from "../../inbox/message/message-views.tsx";
import type { ActivityRoute, FrameLook } from "../../route.ts";
import { tip } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Download } from "../../ui/icons.ts";
import { ListToggle } from "../../ui/list-toggle.tsx";
import { useDelayed } from "../../ui/use-delayed.ts";
import { goTo } from "../../use-route.ts";
import { StateBadge } from "../state-badge.tsx";
import { ActionButtons } from "./action-buttons.tsx";
import { ActivityContent } from "./activity-content.tsx";
import { ActivityFacts } from "./activity-facts.tsx";
import { tabsOfSent } from "./activity-tabs.ts";
import { MessageTrack } from "./message-track.tsx";
import { useActivityMessage } from "./use-activity-message.ts";
import "../../inbox/message/message.css";
import "./activity-message.css";

/** One message of the outbox: what became of it, and each of its forms. */
export function ActivityStage({
  route,
  id,
}: {
  readonly route: ActivityRoute;
  readonly id: string;
}) {
  const { message, problem } = useActivityMessage(id);
  const slow = useDelayed(message?.id !== id && problem === null);
  const panelId = useId();
  const tabs = message ? tabsOfSent(message) : [];
  const view = tabs.find(({ name }) => name === route.view)?.name ?? "timeline";
  const stage = useRef<HTMLDivElement>(null);
  const shownId = message?.id;
  useLayoutEffect(() => {
    // Another message begins at its top.
    if (shownId !== undefined) stage.current?.scrollTo(0, 0);
  }, [shownId]);
  const setLook = (change: Partial<FrameLook>) =>
    goTo({ ...route, ...change }, { replace: typeof change.width === "number" });

  if (problem && message?.id !== id) {
    return (
      <>
        <div className="stage-bar">
          <ListToggle />
        </div>
        <EmptyState title={problem.kind === "missing" ? "No such message" : "No answer"}>
          <p>
            {problem.kind === "missing"
              ? "It is not in this outbox, or retention has deleted it."
              : problem.message}
          </p>
        </EmptyState>
      </>
    );
  }
  return (
    <MessageSourceContext value={activitySource}>
      {slow && <div className="loading-line" role="progressbar" aria-label="Loading" />}
      {message && (
        <div ref={stage} className="message-stage scrolls">
          <header className="message-header">
            <div className="message-title">
              <ListToggle />
              <h1 dir="auto">{message.subject ?? "(subject sealed)"}</h1>
              <span className="activity-state">
                <StateBadge state={message.state} />
              </span>
              {!message.isPurged && (
                <a
                  className="icon-button"
                  href={serverUrl(`${activityUrl(message.id)}/message.eml`)}
                  download
                  aria-label="Download as .eml"
                  {...tip("Download as .eml")}
                >
                  <Download size={16} />
                </a>
              )}
            </div>
            {problem && <p className="message-gone">{problem.message}</p>}
            <MessageTrack message={message} />
            <ActivityFacts message={message} />
            {message.isPurged && <p className="message-gone">Retention has purged the body.</p>}
            <ActionButtons message={message} route={route} />
          </header>
          <MessageViews
            panelId={panelId}
            tabs={tabs}
            view={view}
            look={route}
            onView={(name) => goTo({ ...route, view: name })}
            onLook={setLook}
          >
            <ActivityContent message={message} view={view} route={route} onLook={setLook} />
          </MessageViews>
        </div>
      )}
    </MessageSourceContext>
  );
}
