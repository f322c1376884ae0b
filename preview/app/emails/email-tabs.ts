import { site } from "../data/site.ts";
import type { EmailViewName } from "../route.ts";
import type { Tab } from "../ui/tabs.tsx";

const tabs: readonly Omit<Tab<EmailViewName>, "action">[] = [
  { name: "preview", label: "Preview" },
  { name: "html", label: "HTML" },
  { name: "text", label: "Text" },
  { name: "mime", label: "MIME" },
  { name: "source", label: "Source" },
];

/** Their keys, from the left. */
const actions = ["view-1", "view-2", "view-3", "view-4", "view-5"] as const;

/** The views of an email, in the order of their keys. A static host makes no messages. */
export const emailTabs: readonly Tab<EmailViewName>[] = tabs
  .filter(
    ({ name }) => (name !== "mime" || !site.isStatic) && (name !== "source" || site.hasSource),
  )
  .map((tab, index) => ({ ...tab, action: actions[index] }));
