import { useId } from "react";
import type { InboxMessage } from "../../protocol.ts";
import { loadCodeEditor } from "../code/code-view.tsx";
import { FrameLookControls } from "../frame/frame-look.tsx";
import { useHandlers } from "../keys/actions.tsx";
import { type FrameLook, type InboxRoute, type MessageViewName, messageViews } from "../route.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ListToggle } from "../ui/list-toggle.tsx";
import { Tabs, tabId } from "../ui/tabs.tsx";
import { useDelayed } from "../ui/use-delayed.ts";
import { goTo } from "../use-route.ts";
import { MessageContent } from "./message-content.tsx";
import { MessageHeader } from "./message-header.tsx";
import { messageTabs } from "./message-tabs.ts";
import { useMessage } from "./use-message.ts";

/** One message: from whom to whom, and each of its forms. */
export function MessageStage({ route, id }: { readonly route: InboxRoute; readonly id: string }) {
  const { message, problem, isGone } = useMessage(id);
  const slow = useDelayed(message === null && problem === null);
  const panelId = useId();
  const view = route.view ?? defaultView(message);
  const show = (at: number) => () => goTo({ ...route, view: messageViews[at] ?? null });
  useHandlers({ "view-1": show(0), "view-2": show(1), "view-3": show(2), "view-4": show(3) });
  const setLook = (change: Partial<FrameLook>) =>
    goTo({ ...route, ...change }, { replace: typeof change.width === "number" });

  if (problem && !message) {
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
        <>
          <MessageHeader message={message} isGone={isGone} />
          <div className="stage-bar" data-kind="toolbar">
            <Tabs
              label="Views of the message"
              tabs={
                message.hasHtml ? messageTabs : messageTabs.filter(({ name }) => name !== "html")
              }
              selected={view}
              onSelect={(name) => goTo({ ...route, view: name })}
              onHover={loadCodeEditor}
              panelId={panelId}
            />
            {view === "html" && <FrameLookControls look={route} onLook={setLook} />}
          </div>
          <div
            id={panelId}
            role="tabpanel"
            aria-labelledby={tabId(panelId, view)}
            className="stage-panel"
          >
            <MessageContent
              message={message}
              view={view}
              look={route}
              onWidth={(width) => setLook({ width })}
            />
          </div>
        </>
      )}
    </>
  );
}

function defaultView(message: InboxMessage | null): MessageViewName {
  return message && !message.hasHtml ? "text" : "html";
}
