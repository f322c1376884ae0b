import { randomUUID } from "node:crypto";
import type { EmailQuery, FixPlan } from "../../../protocol/index.ts";
import { Refusal } from "../../api/answer.ts";
import type { CheckService } from "../check-service.ts";
import { planFixes } from "./plan-fixes.ts";
import { type Rewrite, rewriteSources, type SourceFolders } from "./source-files.ts";

/** Puts findings right in the sources. */
export interface FixService {
  /**
   * Plans the changes, and writes them when they are the ones that were looked at.
   *
   * @param version of the plan that was looked at; null: only plan
   * @returns undefined when there is no such email
   * @throws {Refusal} when they cannot be written; then nothing was
   */
  fix(
    query: EmailQuery,
    keys: readonly string[],
    version: string | null,
  ): Promise<FixPlan | undefined>;
  /** Takes back what was written. @throws {Refusal} when the files are not as that left them */
  undo(token: string): Promise<void>;
}

/** So many fixes can be taken back, the last ones. */
const capacity = 20;

/** Creates the service. */
export function createFixService(checks: CheckService, folders: SourceFolders): FixService {
  const written = new Map<string, readonly Rewrite[]>();

  return {
    async fix(query, keys, version) {
      const state = await checks.check(query);
      if (!state) return undefined;
      const plan = planFixes(state.findings, keys, state.files);
      if (plan.files.length === 0) {
        throw new Refusal(409, "Cannot fix this: it is not found any more, or was changed by hand");
      }
      if (version === null) return { ...plan, undo: null };
      if (version !== plan.version) {
        throw new Refusal(409, "Cannot fix this: the files changed meanwhile; look at it again");
      }
      await rewriteSources(plan.files, folders);
      const undo = randomUUID();
      written.set(
        undo,
        plan.files.map(({ file, before, after }) => ({ file, before: after, after: before })),
      );
      const [oldest] = written.keys();
      if (written.size > capacity && oldest !== undefined) written.delete(oldest);
      return { ...plan, undo };
    },
    async undo(token) {
      const rewrites = written.get(token);
      if (!rewrites) throw new Refusal(404, "Cannot undo: that is too long ago");
      await rewriteSources(rewrites, folders);
      written.delete(token);
    },
  };
}
