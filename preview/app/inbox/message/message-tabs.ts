import type { InboxMessage } from "../../../protocol/index.ts";
import type { MessageViewName } from "../../route.ts";
import type { Tab } from "../../ui/tabs.tsx";

/** The views of a message, in the order of `messageViews`. */
export const messageTabs: readonly Tab<MessageViewName>[] = [
  { name: "html", label: "HTML", action: "view-1" },
  { name: "source", label: "Source", action: "view-2" },
  { name: "text", label: "Text", action: "view-3" },
  { name: "headers", label: "Headers", action: "view-4" },
  { name: "raw", label: "MIME", action: "view-5" },
  { name: "smtp", label: "SMTP", action: "view-6" },
  { name: "links", label: "Links", action: "view-7" },
  { name: "attachments", label: "Files", action: "view-8" },
  { name: "calendar", label: "Calendar", action: "view-9" },
  { name: "events", label: "Events" },
];

/** The views that a message has, those of which there may be many with their number. */
export function tabsOf(message: InboxMessage): readonly Tab<MessageViewName>[] {
  const { hasHtml, hasCalendar, linkCount, isComplete, attachments } = message;
  const counts: Partial<Record<MessageViewName, number>> = {
    html: hasHtml ? 1 : 0,
    source: hasHtml ? 1 : 0,
    links: linkCount,
    attachments: attachments.length,
    calendar: hasCalendar ? 1 : 0,
  };
  return (
    messageTabs
      // Of links that could not all be found, their list says so.
      .filter(({ name }) => counts[name] !== 0 || (name === "links" && !isComplete))
      .map((tab) =>
        tab.name === "links" || tab.name === "attachments"
          ? { ...tab, label: `${tab.label} ${counts[tab.name]}` }
          : tab,
      )
  );
}
