import type { MessageViewName } from "../route.ts";
import type { Tab } from "../ui/tabs.tsx";

/** The views of a message, in the order of `messageViews`. */
export const messageTabs: readonly Tab<MessageViewName>[] = [
  { name: "html", label: "HTML", action: "view-1" },
  { name: "text", label: "Text", action: "view-2" },
  { name: "headers", label: "Headers", action: "view-3" },
  { name: "raw", label: "Raw", action: "view-4" },
];
