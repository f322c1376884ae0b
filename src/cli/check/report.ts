import type { Finding } from "../../check/finding.ts";

/** What a format writes. */
export interface CheckReport {
  /** Worst first. */
  readonly findings: readonly Finding[];
  readonly emailCount: number;
  readonly stateCount: number;
  /** States that do not render, and exceptions that are of no use any more, each as a sentence. */
  readonly problems: readonly string[];
  /** When the data about mail clients was last changed. */
  readonly supportDate: string;
  /** Sources by file, for the lines around a place. */
  readonly sourceOf: (file: string) => string | undefined;
}

/** `3 errors, 1 warning`; "nothing" where there is none. */
export function countFindings(findings: readonly Finding[]): string {
  const parts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const { length } = findings.filter((finding) => finding.severity === severity);
    const noun = severity === "info" ? "note" : severity;
    return length === 0 ? [] : [`${length} ${noun}${length === 1 ? "" : "s"}`];
  });
  return parts.join(", ") || "nothing";
}

/** `emails/orders/order.tsx:12:5`; the email where that is not known. */
export function placeOf({ source, where }: Finding): string {
  return source ? `${source.file}:${source.line}:${source.column}` : (where.emails[0] ?? "");
}

/** In which emails and variants a finding is. */
export function whereOf({ where }: Finding): string {
  const { emails, variants, locales, clients } = where;
  const shown = (names: readonly string[], most: number) =>
    names.length > most
      ? `${names.slice(0, most).join(", ")} and ${names.length - most} more`
      : names.join(", ");
  return [
    shown(emails, 3),
    emails.length === 1 && variants.length > 0 ? `(${shown(variants, 3)})` : "",
    locales.length > 0 ? `in ${locales.join(", ")}` : "",
    clients.length > 0 ? `· ${clients.join(", ")}` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
