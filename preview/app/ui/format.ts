/** Gmail cuts a mail off here, octets. The figure is observed, not documented by Google. */
export const gmailClipBytes = 102 * 1024;

/** A size for the eye: `840 B`, `14.2 KB`, `3.1 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${formatKilobytes(bytes)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** The number of kilobytes, with a decimal below a hundred. */
export function formatKilobytes(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 100 ? kilobytes.toFixed(1) : Math.round(kilobytes).toString();
}

/** A duration for the eye: `0.4 ms`, `3 ms`, `1.2 s`. */
export function formatMs(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 1 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}

/** The time of day, or the day when it is not today's. */
export function formatTime(time: number, now: number): string {
  const date = new Date(time);
  if (date.toDateString() === new Date(now).toDateString()) {
    return date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
  }
  return date.toLocaleDateString([], { day: "numeric", month: "short" });
}

/** The whole moment, to the second. */
export function formatMoment(time: number): string {
  return new Date(time).toLocaleString([], {
    dateStyle: "medium",
    timeStyle: "medium",
    hour12: false,
  });
}

/** Splits `Shop <orders@shop.example>` into name and address. */
export function parseSender(from: string): { readonly name: string; readonly address: string } {
  const match = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from);
  if (!match) return { name: "", address: from.trim() };
  return { name: match[1] ?? "", address: match[2] ?? "" };
}

/** A number with its noun: `1 email`, `12 emails`. */
export function count(amount: number, noun: string): string {
  return `${amount.toLocaleString("en")} ${noun}${amount === 1 ? "" : "s"}`;
}
