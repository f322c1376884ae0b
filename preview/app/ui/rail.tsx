import { useClient } from "../data/client.ts";
import { countUnread } from "../data/inbox.ts";
import { site } from "../data/site.ts";
import { useStore } from "../data/store.ts";
import { useActions } from "../keys/actions.tsx";
import { Link } from "../link.tsx";
import { activityRoute, inboxRoute } from "../route.ts";
import { useAppTheme } from "./app-theme.ts";
import { IconButton, tip } from "./button.tsx";
import { Activity, CircleHelp, Inbox, Mail, Monitor, Moon, Sun } from "./icons.ts";
import { recallEmail } from "./last-email.ts";
import { Mark } from "./mark.tsx";

const themes = {
  system: { next: "light", name: "Theme: as the system", icon: Monitor },
  light: { next: "dark", name: "Theme: light", icon: Sun },
  dark: { next: "system", name: "Theme: dark", icon: Moon },
} as const;

/** A room of the app. */
export type Room = "email" | "inbox" | "activity";

/** The rooms of the app. */
export function Rail({ page }: { readonly page: Room }) {
  // From an email to all of them; from elsewhere back to where the room was left.
  const emails = page === "email" ? ({ page: "home" } as const) : recallEmail();
  return (
    <nav className="rail" aria-label="Rooms" data-tip-side="right">
      <Mark />
      <Link
        className="rail-link"
        route={emails}
        aria-label="Emails"
        aria-current={page === "email" ? "page" : undefined}
        {...tip("Emails")}
      >
        <Mail size={16} />
      </Link>
      {!site.isStatic && <InboxLink isHere={page === "inbox"} />}
      {!site.isStatic && <ActivityLink isHere={page === "activity"} />}
      <span className="rail-space" />
      <ThemeButton />
      <HelpButton />
    </nav>
  );
}

function InboxLink({ isHere }: { readonly isHere: boolean }) {
  const { inbox } = useClient();
  const unread = countUnread(useStore(inbox.list));
  return (
    <Link
      className="rail-link"
      route={inboxRoute(null)}
      aria-label={unread > 0 ? `Inbox, ${unread} unread` : "Inbox"}
      aria-current={isHere ? "page" : undefined}
      {...tip("Inbox")}
    >
      <Inbox size={16} />
      {unread > 0 && <span className="rail-count tabular">{unread > 99 ? "99+" : unread}</span>}
    </Link>
  );
}

function ActivityLink({ isHere }: { readonly isHere: boolean }) {
  return (
    <Link
      className="rail-link"
      route={activityRoute(null)}
      aria-label="Activity"
      aria-current={isHere ? "page" : undefined}
      {...tip("Activity")}
    >
      <Activity size={16} />
    </Link>
  );
}

function ThemeButton() {
  const [theme, setTheme] = useAppTheme();
  const { next, name, icon: Icon } = themes[theme];
  return (
    <IconButton name={name} className="rail-button" onClick={() => setTheme(next)}>
      <Icon size={16} />
    </IconButton>
  );
}

function HelpButton() {
  const { run } = useActions();
  return (
    <IconButton
      name="Keyboard shortcuts"
      action="help"
      className="rail-button"
      onClick={() => run("help")}
    >
      <CircleHelp size={16} />
    </IconButton>
  );
}
