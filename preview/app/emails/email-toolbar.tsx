import type { EmailView } from "../../protocol/index.ts";
import { loadCodeEditor } from "../code/code-view.tsx";
import { site } from "../data/site.ts";
import { FrameLookControls } from "../frame/frame-look.tsx";
import type { BesideChoices } from "../frame/look-menus.ts";
import { PictureMenu } from "../pictures/picture-menu.tsx";
import type { EmailRoute, FrameLook } from "../route.ts";
import { IconButton } from "../ui/button.tsx";
import { Crosshair } from "../ui/icons.ts";
import { Tabs } from "../ui/tabs.tsx";
import { goTo } from "../use-route.ts";
import { emailTabs } from "./email-tabs.ts";

/** How one looks at the email: which view, how wide, light or dark. */
export function EmailToolbar({
  route,
  panelId,
  onLook,
  choices,
  locating,
  onLocate,
  shown,
}: {
  readonly route: EmailRoute;
  readonly panelId: string;
  readonly onLook: (change: Partial<FrameLook>) => void;
  readonly choices: BesideChoices;
  /** Whether one looks for the line of an element. */
  readonly locating: boolean;
  readonly onLocate: () => void;
  /** Null: it is not here yet. */
  readonly shown: EmailView | null;
}) {
  return (
    <div className="stage-bar" data-kind="toolbar">
      <Tabs
        label="Views of the email"
        tabs={emailTabs}
        selected={route.view}
        onSelect={(view) => goTo({ ...route, view, at: null })}
        onHover={loadCodeEditor}
        panelId={panelId}
      />
      {route.view === "preview" && !route.sheet && !site.isStatic && (
        <IconButton
          name="Find the line of an element"
          action="locate"
          pressed={locating}
          onClick={onLocate}
        >
          <Crosshair size={16} />
        </IconButton>
      )}
      {route.view === "preview" && (
        <FrameLookControls
          look={route}
          onLook={onLook}
          choices={choices}
          sheet={{ on: route.sheet, onToggle: () => goTo({ ...route, sheet: !route.sheet }) }}
        />
      )}
      {route.view === "preview" && !site.isStatic && <PictureMenu route={route} view={shown} />}
    </div>
  );
}
