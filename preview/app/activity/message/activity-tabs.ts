import type { ActivityMessage } from "../../../protocol/index.ts";
import type { ActivityViewName } from "../../route.ts";
import type { Tab } from "../../ui/tabs.tsx";

/** The views of a message in the outbox, in the order of `activityViews`. */
export const activityTabs: readonly Tab<ActivityViewName>[] = [
  { name: "timeline", label: "Timeline", action: "view-1" },
  { name: "html", label: "HTML", action: "view-2" },
  { name: "source", label: "Source", action: "view-3" },
  { name: "text", label: "Text", action: "view-4" },
  { name: "headers", label: "Headers", action: "view-5" },
  { name: "raw", label: "MIME", action: "view-6" },
  { name: "attachments", label: "Files", action: "view-7" },
];

/** The views that a message has: without its body, what is left of it. */
export function tabsOfSent({
  content,
  isPurged,
}: ActivityMessage): readonly Tab<ActivityViewName>[] {
  const files = content?.attachments.length ?? 0;
  const isThere: Readonly<Record<ActivityViewName, boolean>> = {
    timeline: true,
    html: content?.hasHtml ?? false,
    source: content?.hasHtml ?? false,
    text: content !== null && content.text !== null && !isPurged,
    headers: content !== null,
    raw: !isPurged,
    attachments: files > 0,
  };
  return activityTabs
    .filter(({ name }) => isThere[name])
    .map((tab) => (tab.name === "attachments" ? { ...tab, label: `${tab.label} ${files}` } : tab));
}
