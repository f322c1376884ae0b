import { useEffect } from "react";
import { ActivityPage } from "./activity/activity-page.tsx";
import { useClient } from "./data/client.ts";
import { useStore } from "./data/store.ts";
import { EmailsPage } from "./emails/emails-page.tsx";
import { Home } from "./emails/home.tsx";
import { InboxPage } from "./inbox/inbox-page.tsx";
import { useHandlers } from "./keys/actions.tsx";
import { CheatSheet } from "./keys/cheat-sheet.tsx";
import { PaletteHost } from "./palette/palette-host.tsx";
import { useLinkedReview } from "./review/use-linked-review.ts";
import { useDraftedRoute } from "./use-drafted-route.ts";
import { goTo } from "./use-route.ts";

/** The page that the URL names, and what stands on every page. */
export function App() {
  const route = useDraftedRoute();
  const client = useClient();
  const project = useStore(client.project);
  useEffect(() => client.start(), [client]);
  useLinkedReview();
  useHandlers({ home: () => goTo({ page: "home" }) });
  useEffect(() => {
    const place = route.page === "email" ? nameOf(route.id) : roomNames[route.page];
    document.title = [place, project?.name, "Letterpress"].filter(Boolean).join(" · ");
  }, [route, project]);
  return (
    <>
      {route.page === "email" && <EmailsPage route={route} />}
      {route.page === "inbox" && <InboxPage route={route} />}
      {route.page === "activity" && <ActivityPage route={route} />}
      {(route.page === "home" || route.page === "unknown") && <Home />}
      <PaletteHost route={route} />
      <CheatSheet />
    </>
  );
}

const roomNames = { inbox: "Inbox", activity: "Activity", home: null, unknown: null };

function nameOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
