import { useEffect, useState } from "react";
import type { InboxMessage } from "../../../protocol/index.ts";
import { fetchAttachmentText } from "../../data/inbox-endpoints.ts";
import type { CalendarFile } from "./calendar-file.ts";
import { readCalendar } from "./read-calendar.ts";

/** A calendar part of a message. */
export interface CalendarPart {
  readonly filename: string;
  readonly text: string;
  /** What is in it, or why it cannot be read. */
  readonly read: { readonly file: CalendarFile } | { readonly problem: string };
}

/**
 * Loads and reads the calendar parts of a message; one that comes twice, as alternative and as
 * file, once. Null before they are there.
 */
export function useCalendars({ id, attachments }: InboxMessage): readonly CalendarPart[] | null {
  const [parts, setParts] = useState<readonly CalendarPart[] | null>(null);
  useEffect(() => {
    const request = new AbortController();
    const wanted = attachments.flatMap(({ isCalendar, filename }, place) =>
      isCalendar ? { filename, place } : [],
    );
    void Promise.all(
      wanted.map(async ({ filename, place }) => {
        const answer = await fetchAttachmentText(id, place, { signal: request.signal });
        const text = answer.ok ? answer.value : "";
        const read = answer.ok ? tryToRead(text) : { problem: answer.problem.message };
        return { filename, text, read };
      }),
    ).then((all) => {
      if (!request.signal.aborted) setParts(withoutTwins(all));
    });
    return () => request.abort();
  }, [id, attachments]);
  return parts;
}

function tryToRead(text: string): CalendarPart["read"] {
  try {
    return { file: readCalendar(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `Cannot read the calendar: ${reason}` };
  }
}

function withoutTwins(parts: readonly CalendarPart[]): readonly CalendarPart[] {
  // The two parts may be encoded in different ways, which changes how their lines end.
  const words = parts.map(({ text }) => text.replace(/\r\n?/g, "\n").trim());
  return parts.filter((_, place) => words.indexOf(words[place] ?? "") === place);
}
