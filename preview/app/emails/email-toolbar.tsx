import { loadCodeEditor } from "../code/code-view.tsx";
import { FrameLookControls } from "../frame/frame-look.tsx";
import type { BesideChoices } from "../frame/look-menus.ts";
import type { EmailRoute, FrameLook } from "../route.ts";
import { Tabs } from "../ui/tabs.tsx";
import { goTo } from "../use-route.ts";
import { emailTabs } from "./email-tabs.ts";

/** How one looks at the email: which view, how wide, light or dark. */
export function EmailToolbar({
  route,
  panelId,
  onLook,
  choices,
}: {
  readonly route: EmailRoute;
  readonly panelId: string;
  readonly onLook: (change: Partial<FrameLook>) => void;
  readonly choices: BesideChoices;
}) {
  return (
    <div className="stage-bar" data-kind="toolbar">
      <Tabs
        label="Views of the email"
        tabs={emailTabs}
        selected={route.view}
        onSelect={(view) => goTo({ ...route, view })}
        onHover={loadCodeEditor}
        panelId={panelId}
      />
      {route.view === "preview" && (
        <FrameLookControls
          look={route}
          onLook={onLook}
          choices={choices}
          sheet={{ on: route.sheet, onToggle: () => goTo({ ...route, sheet: !route.sheet }) }}
        />
      )}
    </div>
  );
}
