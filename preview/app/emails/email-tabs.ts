import { site } from "../data/site.ts";
import type { EmailViewName } from "../route.ts";
import type { Tab } from "../ui/tabs.tsx";

const tabs: readonly Tab<EmailViewName>[] = [
  { name: "preview", label: "Preview", action: "view-1" },
  { name: "html", label: "HTML", action: "view-2" },
  { name: "text", label: "Text", action: "view-3" },
  { name: "mime", label: "MIME", action: "view-4" },
  { name: "source", label: "Source", action: "view-5" },
];

/** The views of an email, in the order of `emailViews`. A static host makes no messages. */
export const emailTabs = tabs.filter(
  ({ name }) => (name !== "mime" || !site.isStatic) && (name !== "source" || site.hasSource),
);
