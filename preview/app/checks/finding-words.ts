import type {
  EmailSpread,
  FindingCount,
  FindingSeverity,
  ShownFinding,
} from "../../protocol/index.ts";
import { describePlace } from "../emails/place-text.ts";
import { count } from "../ui/format.ts";

/** Findings of one severity. */
export interface FindingGroup {
  readonly severity: FindingSeverity;
  /** `Errors` */
  readonly title: string;
  readonly findings: readonly ShownFinding[];
}

const titles = { error: "Errors", warning: "Warnings", info: "Notes" } as const;
const nouns = { error: "error", warning: "warning", info: "note" } as const;
const severities = ["error", "warning", "info"] as const;

/** Findings by their severity, the worst first; a severity without any is left out. */
export function groupBySeverity(findings: readonly ShownFinding[]): readonly FindingGroup[] {
  return severities
    .map((severity) => ({
      ...{ severity, title: titles[severity] },
      findings: findings.filter((finding) => finding.severity === severity),
    }))
    .filter((group) => group.findings.length > 0);
}

/** How many of each severity there are. */
export function countBySeverity(
  id: string,
  findings: readonly Pick<ShownFinding, "severity">[],
): FindingCount {
  const of = (wanted: FindingSeverity) =>
    findings.filter(({ severity }) => severity === wanted).length;
  return { id, errors: of("error"), warnings: of("warning"), notes: of("info") };
}

/** `2 errors, 1 warning`; notes only where there is nothing worse, or all is asked for. */
export function describeCount(
  { errors, warnings, notes }: FindingCount,
  which: "worst" | "all" = "worst",
): string {
  const parts = [
    ...(errors > 0 ? [count(errors, nouns.error)] : []),
    ...(warnings > 0 ? [count(warnings, nouns.warning)] : []),
    ...(notes > 0 && (which === "all" || errors + warnings === 0)
      ? [count(notes, nouns.info)]
      : []),
  ];
  return parts.length > 0 ? parts.join(", ") : "Nothing found";
}

/** The worst severity of a count; null where nothing was found. */
export function worstOf({ errors, warnings, notes }: FindingCount): FindingSeverity | null {
  if (errors > 0) return "error";
  if (warnings > 0) return "warning";
  return notes > 0 ? "info" : null;
}

/** Who meets a fault: `Gmail, Yahoo`; empty where all do. */
export function describeClients({ clients }: ShownFinding): string {
  return clients.join(", ");
}

/** Whether contrast was estimated, or measured in a browser; null for what is seen in the HTML itself. */
export function describeCertainty({ rule, isEstimate }: ShownFinding): string | null {
  if (isEstimate) return "Estimated";
  return rule === "contrast" || rule === "dark-contrast" ? "Measured" : null;
}

/** In which states a fault is: `in 3 of 8 variants: one, two, three`; null where there is one state. */
export function describeSpread(finding: ShownFinding, spread: EmailSpread | null): string | null {
  if (!spread) return null;
  const { variants = [], locales = [] } = spread.findings[finding.key] ?? {};
  const parts = [
    partOf(variants, spread.variantCount, "variant"),
    partOf(locales, spread.localeCount, "locale"),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return spread.isWhole ? parts.join(" · ") : `${parts.join(" · ")}, of those looked at`;
}

/** Names beyond this many are left out. */
const mostNames = 4;

function partOf(names: readonly string[], total: number, noun: string): string | null {
  if (total < 2 || names.length === 0) return null;
  if (names.length === total) return `All ${count(total, noun)}`;
  const shown = names.slice(0, mostNames).join(", ");
  const more = names.length > mostNames ? ", …" : "";
  return `${names.length} of ${count(total, noun)}: ${shown}${more}`;
}

/** A finding as plain text, with all that it takes to put it right somewhere else. */
export function printFinding(
  finding: ShownFinding,
  email: { readonly id: string; readonly variant: string },
  spread: EmailSpread | null,
): string {
  const { rule, severity, message, evidence, advice, place, component, elements, fix } = finding;
  const where = place && `${describePlace(place)}:${place.column}`;
  const states = describeSpread(finding, spread);
  const clients = describeClients(finding);
  return [
    `${nouns[severity]}: ${message} (rule ${rule} of letterpress check)`,
    ...(where ? [`Where: ${where}${component ? ` <${component}>` : ""}`] : []),
    `Email: ${email.id}, variant ${email.variant}${states ? ` (${states})` : ""}`,
    ...(elements[0] ? [`Element: ${elements[0].tag}`] : []),
    `Evidence: ${evidence}`,
    ...(clients ? [`Mail clients: ${clients}`] : []),
    `What to do: ${advice}`,
    ...(fix ? [`A change that is certain to be right: ${fix}`] : []),
    `Afterwards: npx letterpress check ${email.id}`,
  ].join("\n");
}
