import { count } from "../../ui/format.ts";
import type { RemoteContent, RemoteUse } from "./find-remote.ts";

/** In the order that they are told in. */
const uses: readonly RemoteUse[] = [
  ...(["picture", "style sheet", "font", "video or sound"] as const),
  "connection ahead of time",
];

/** More hosts are only counted. */
const mostHosts = 3;

/** What a message names, in words: `12 pictures and 1 style sheet`. */
export function describeUses({ counts }: RemoteContent): string {
  const parts = uses.flatMap((use) => {
    const found = counts.get(use);
    if (!found) return [];
    if (use === "video or sound") return `${count(found, "file")} of video or sound`;
    return use === "connection ahead of time"
      ? `${count(found, "connection")} ahead of time`
      : count(found, use);
  });
  return inWords(parts);
}

/** Whom a message names: `tracker.example, cdn.example and 2 more hosts`. */
export function describeHosts(hosts: readonly string[]): string {
  const shown = hosts.slice(0, mostHosts).join(", ");
  const more = hosts.length - mostHosts;
  return more > 0 ? `${shown} and ${count(more, "more host")}` : shown;
}

function inWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${last}` : last;
}
