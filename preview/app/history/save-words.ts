import type { HistoryEntry } from "../../protocol/index.ts";

/** When a save was, to the second: it is of this day. */
export function timeOfSave({ at }: Pick<HistoryEntry, "at">): string {
  return new Date(at).toLocaleTimeString([], {
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false },
  });
}

/** What changed by it: `+3 −1`, or that it is the first that is kept. */
export function linesOfSave({ lines }: Pick<HistoryEntry, "lines">): string {
  if (!lines) return "as it was";
  const { added, removed } = lines;
  if (added === 0 && removed === 0) return "moved lines";
  return [added && `+${added}`, removed && `−${removed}`].filter(Boolean).join(" ");
}
