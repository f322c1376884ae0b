import { createHash } from "node:crypto";
import type { Finding } from "../../../src/check/finding.ts";
import { findingKey } from "../../../src/check/merge-findings.ts";
import type {
  CheckScope,
  EmailFindings,
  FindingCount,
  ShownFinding,
  SourcePlace,
} from "../../protocol/index.ts";
import type { CheckedState } from "./state-checker.ts";

/** A checked state as the app shows it: the same fault at many elements of it is one finding. */
export function describeFindings(state: CheckedState, scope: CheckScope): EmailFindings {
  const { id, variant, revision, result } = state.view;
  return {
    ...{ id, variant, revision, scope },
    status: result.status === "failed" ? "unchecked" : "checked",
    findings: groupFindings(state.findings).map(describeFinding),
    allowed: state.usedComments.map(readPlace),
  };
}

/** The same for findings that tell of the same fault, short enough to be sent around. */
export function faultKey(finding: Finding): string {
  return createHash("sha256").update(findingKey(finding)).digest("base64url").slice(0, 16);
}

/** Findings of one state by their fault, in their order. */
export function groupFindings(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = findingKey(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

/** Counts what was found by its severity, each fault once. */
export function countFindings(id: string, findings: readonly Finding[]): FindingCount {
  return countShown(
    id,
    groupFindings(findings).map(([first]) => first as Finding),
  );
}

/** Counts findings of one state, each of which is a fault of its own. */
export function countShown(
  id: string,
  findings: readonly Pick<ShownFinding, "severity">[],
): FindingCount {
  const count = (wanted: Finding["severity"]) =>
    findings.filter(({ severity }) => severity === wanted).length;
  return { id, errors: count("error"), warnings: count("warning"), notes: count("info") };
}

function describeFinding(group: readonly Finding[]): ShownFinding {
  const [first] = group as readonly [Finding];
  const { rule, severity, message, evidence, advice, where, source, isEstimate = false } = first;
  const clients = group.map((one) => one.where.clients);
  return {
    key: faultKey(first),
    ...{ rule, severity, message, evidence, advice, isEstimate },
    part: where.part,
    elements: group.flatMap((one) => one.where.element ?? []),
    clients: clients.some(({ length }) => length === 0) ? [] : [...new Set(clients.flat())],
    place: source ? { file: source.file, line: source.line, column: source.column } : null,
    component: source?.component ?? null,
    fix: group.find(({ edit }) => edit)?.edit?.title ?? null,
  };
}

/** `emails/order.tsx:12` */
function readPlace(text: string): SourcePlace {
  const colon = text.lastIndexOf(":");
  return { file: text.slice(0, colon), line: Number(text.slice(colon + 1)), column: 1 };
}
