import { loadCodeEditor } from "../code/code-view.tsx";
import { FrameLookControls } from "../frame/frame-look.tsx";
import type { EmailRoute, EmailViewName, FrameLook } from "../route.ts";
import { type Tab, Tabs } from "../ui/tabs.tsx";
import { goTo } from "../use-route.ts";

const tabs: readonly Tab<EmailViewName>[] = [
  { name: "preview", label: "Preview", action: "view-1" },
  { name: "html", label: "HTML", action: "view-2" },
  { name: "text", label: "Text", action: "view-3" },
  { name: "source", label: "Source", action: "view-4" },
];

/** How one looks at the email: which view, how wide, light or dark. */
export function EmailToolbar({
  route,
  panelId,
  onLook,
}: {
  readonly route: EmailRoute;
  readonly panelId: string;
  readonly onLook: (change: Partial<FrameLook>) => void;
}) {
  return (
    <div className="stage-bar" data-kind="toolbar">
      <Tabs
        label="Views of the email"
        tabs={tabs}
        selected={route.view}
        onSelect={(view) => goTo({ ...route, view })}
        onHover={loadCodeEditor}
        panelId={panelId}
      />
      <span className="stage-space" />
      {route.view === "preview" && <FrameLookControls look={route} onLook={onLook} />}
    </div>
  );
}
