import type { ShownFinding } from "../../protocol/index.ts";

/** What one can do with a finding. */
export interface FindingActions {
  /** Shows its source at its line, or the element where no line is known. */
  open(finding: ShownFinding): void;
  fix(findings: readonly ShownFinding[]): void;
  point(finding: ShownFinding | null): void;
}
