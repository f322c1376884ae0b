import { InvalidMessageError, type Issue } from "../errors.ts";

/** Collects what is wrong, so that a caller hears of everything at once. */
export interface IssueLog {
  readonly issues: readonly Issue[];
  /**
   * @param field path of the field, such as `to[2]`
   * @param problem what is wrong with it and what would fix it, as it follows the field's name
   */
  report(field: string, problem: string): void;
  /** Takes over issues that were found elsewhere. */
  add(issues: readonly Issue[]): void;
  /** @throws {InvalidMessageError} when anything was reported */
  throwIfAny(options?: ErrorOptions): void;
}

/** An empty {@link IssueLog}. */
export function createIssueLog(): IssueLog {
  const issues: Issue[] = [];
  return {
    issues,
    report(field, problem) {
      issues.push({ field, message: `'${field}' ${problem}` });
    },
    add(more) {
      issues.push(...more);
    },
    throwIfAny(options) {
      const [first, ...rest] = issues;
      if (first) throw new InvalidMessageError([first, ...rest], options);
    },
  };
}
