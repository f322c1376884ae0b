import type { EmailSummary } from "../../protocol/index.ts";
import type { EmailOrder } from "../emails/email-order.ts";
import { startOfDay } from "./format-age.ts";

/** Emails that stand together below one heading. */
export interface GalleryGroup {
  readonly title: string;
  readonly emails: readonly EmailSummary[];
}

const dayMs = 86_400_000;

/**
 * Puts emails together as they are ordered: by folder, or by how long ago they were edited.
 *
 * @param emails in the order of the tree
 * @param rootTitle heads those that stand in no folder
 */
export function groupEmails(
  emails: readonly EmailSummary[],
  order: EmailOrder,
  rootTitle: string,
  now: number,
): readonly GalleryGroup[] {
  if (order === "name") return groupBy(emails, ({ id }) => folderOf(id) || rootTitle);
  const newestFirst = [...emails].sort((one, other) => other.modifiedAt - one.modifiedAt);
  return groupBy(newestFirst, ({ modifiedAt }) => nameOfAge(modifiedAt, now));
}

function groupBy(
  emails: readonly EmailSummary[],
  titleOf: (email: EmailSummary) => string,
): readonly GalleryGroup[] {
  const groups = new Map<string, EmailSummary[]>();
  for (const email of emails) {
    const title = titleOf(email);
    const group = groups.get(title);
    if (group) group.push(email);
    else groups.set(title, [email]);
  }
  return [...groups].map(([title, inside]) => ({ title, emails: inside }));
}

function folderOf(id: string): string {
  return id.split("/").slice(0, -1).join(" / ");
}

function nameOfAge(time: number, now: number): string {
  const today = startOfDay(now);
  if (time >= today) return "Today";
  if (time >= startOfDay(today - 1)) return "Yesterday";
  return time >= today - 6 * dayMs ? "Last seven days" : "Earlier";
}
