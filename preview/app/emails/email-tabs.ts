import type { EmailViewName } from "../route.ts";
import type { Tab } from "../ui/tabs.tsx";

/** The views of an email, in the order of `emailViews`. */
export const emailTabs: readonly Tab<EmailViewName>[] = [
  { name: "preview", label: "Preview", action: "view-1" },
  { name: "html", label: "HTML", action: "view-2" },
  { name: "text", label: "Text", action: "view-3" },
  { name: "source", label: "Source", action: "view-4" },
];
