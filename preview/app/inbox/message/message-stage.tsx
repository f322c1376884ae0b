import { useId, useLayoutEffect, useRef } from "react";
import type { FrameLook, InboxRoute } from "../../route.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ListToggle } from "../../ui/list-toggle.tsx";
import { tabId } from "../../ui/tabs.tsx";
import { useDelayed } from "../../ui/use-delayed.ts";
import { goTo } from "../../use-route.ts";
import type { Thread } from "../threads.ts";
import { MessageContent } from "../views/message-content.tsx";
import { MessageHeader } from "./message-header.tsx";
import { tabsOf } from "./message-tabs.ts";
import { MessageViews } from "./message-views.tsx";
import { useMessage } from "./use-message.ts";
import "./message.css";
import "./problems.css";

/** One message: from whom to whom, and each of its forms. */
export function MessageStage({
  route,
  id,
  thread,
  onRelease,
  onDelete,
}: {
  readonly route: InboxRoute;
  readonly id: string;
  readonly thread: Thread | null;
  readonly onRelease: () => void;
  readonly onDelete: (id: string) => void;
}) {
  const { message, problem, isGone } = useMessage(id);
  const slow = useDelayed(message?.id !== id && problem === null);
  const panelId = useId();
  const tabs = message ? tabsOf(message) : [];
  const view = tabs.find(({ name }) => name === route.view)?.name ?? tabs[0]?.name ?? "text";
  const stage = useRef<HTMLDivElement>(null);
  const shownId = message?.id;
  useLayoutEffect(() => {
    // Another message begins at its top.
    if (shownId !== undefined) stage.current?.scrollTo(0, 0);
  }, [shownId]);
  useLayoutEffect(() => {
    // Sideways only: the tab may stand below the fold, and the header is what one reads first.
    const tab = shownId && document.getElementById(tabId(panelId, view));
    if (tab) tab.parentElement?.scrollTo({ left: tab.offsetLeft - 80 });
  }, [panelId, view, shownId]);
  const setLook = (change: Partial<FrameLook>) =>
    goTo({ ...route, ...change }, { replace: typeof change.width === "number" });

  if (problem && message?.id !== id) {
    return (
      <>
        <div className="stage-bar">
          <ListToggle />
        </div>
        <EmptyState title={problem.kind === "missing" ? "This message is gone" : "No answer"}>
          <p>
            {problem.kind === "missing"
              ? "It was deleted, or the inbox was started anew since."
              : problem.message}
          </p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {slow && <div className="loading-line" role="progressbar" aria-label="Loading" />}
      {message && (
        <div ref={stage} className="message-stage scrolls">
          <MessageHeader
            message={message}
            thread={thread}
            route={route}
            isGone={isGone}
            onRelease={onRelease}
            onDelete={() => onDelete(message.id)}
          />
          <MessageViews
            panelId={panelId}
            tabs={tabs}
            view={view}
            look={route}
            onView={(name) => goTo({ ...route, view: name })}
            onLook={setLook}
          >
            <MessageContent message={message} view={view} look={route} onLook={setLook} />
          </MessageViews>
        </div>
      )}
    </>
  );
}
