import { useMemo, useState } from "react";
import type { InboxList, InboxSummary } from "../../protocol.ts";

/** The messages that the filter leaves. */
export interface FilteredInbox {
  readonly messages: readonly InboxSummary[];
  readonly filter: string;
  setFilter(filter: string): void;
}

/** Filters the inbox by what is typed. */
export function useFilteredInbox(list: InboxList | null): FilteredInbox {
  const [filter, setFilter] = useState("");
  const messages = useMemo(() => filterMessages(list?.messages ?? [], filter), [list, filter]);
  return { messages, filter, setFilter };
}

/** The messages that have every word in their subject, addresses or first words. */
export function filterMessages(
  messages: readonly InboxSummary[],
  filter: string,
): readonly InboxSummary[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return messages;
  return messages.filter((message) => {
    const people = [message.from ?? [], message.to]
      .flat()
      .map((box) => `${box.name} ${box.address}`);
    const text = [message.subject, message.snippet, ...people].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
