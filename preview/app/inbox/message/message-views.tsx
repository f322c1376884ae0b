import type { ReactNode } from "react";
import { loadCodeEditor } from "../../code/code-view.tsx";
import { FrameLookControls } from "../../frame/frame-look.tsx";
import { useHandlers } from "../../keys/actions.tsx";
import type { ActionName } from "../../keys/shortcuts.ts";
import type { FrameLook } from "../../route.ts";
import { type Tab, Tabs, tabId } from "../../ui/tabs.tsx";

/** The forms of a message: tabs with their keys, and below them the one that shows. */
export function MessageViews<Name extends string>({
  panelId,
  tabs,
  view,
  look,
  onView,
  onLook,
  children,
}: {
  readonly panelId: string;
  readonly tabs: readonly Tab<Name>[];
  readonly view: Name;
  readonly look: FrameLook;
  readonly onView: (name: Name) => void;
  readonly onLook: (change: Partial<FrameLook>) => void;
  readonly children: ReactNode;
}) {
  useHandlers(
    Object.fromEntries(
      tabs.flatMap(({ name, action }) => (action ? [[action, () => onView(name)]] : [])),
    ) as Partial<Record<ActionName, () => void>>,
  );
  return (
    <>
      <div className="stage-bar" data-kind="toolbar">
        <Tabs
          label="Views of the message"
          tabs={tabs}
          selected={view}
          onSelect={onView}
          onHover={loadCodeEditor}
          panelId={panelId}
        />
        {view === "html" && <FrameLookControls look={look} onLook={onLook} />}
      </div>
      <div
        id={panelId}
        role="tabpanel"
        aria-labelledby={tabId(panelId, view)}
        className="stage-panel"
      >
        {children}
      </div>
    </>
  );
}
