import type { ActivityCounts } from "../../../protocol/index.ts";

/** How the counts of a plot are called. */
export const countWords: Readonly<Record<keyof ActivityCounts, string>> = {
  sent: "Sent",
  delivered: "Delivered",
  opened: "Opened",
  clicked: "Clicked",
  bounced: "Bounced",
  complained: "Complaints",
  rejected: "Rejected",
};
