import type { FoundEmail } from "../../../src/build/find-emails.ts";
import type { Finding } from "../../../src/check/finding.ts";
import type { EmailView } from "../../protocol/index.ts";
import type { HeadlessPreview } from "../export/headless-preview.ts";
import { readStates } from "../export/read-states.ts";
import type { CheckedState } from "./state-checker.ts";

/** A state that could not be checked, because it does not render. */
export interface Unchecked {
  readonly id: string;
  readonly variant: string;
  readonly message: string;
}

/** What came of one email, in all its states. */
export interface CheckedEmail {
  readonly id: string;
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
  /** Exceptions of sources that let something pass, as `file:line`. */
  readonly usedComments: readonly string[];
  readonly stateCount: number;
}

/**
 * Checks an email in all its states.
 *
 * @param changedFiles files, absolute: an email that is made of none of them is not checked
 * @returns undefined when it was not checked
 */
export async function checkStates(
  preview: HeadlessPreview,
  { id, path, realPath }: Pick<FoundEmail, "id" | "path" | "realPath">,
  changedFiles?: ReadonlySet<string>,
): Promise<CheckedEmail | undefined> {
  const findings: Finding[] = [];
  const unchecked: Unchecked[] = [];
  const usedComments: string[] = [];
  let stateCount = 0;
  const latest: { state?: CheckedState | undefined } = {};
  const ask = async (address: string): Promise<EmailView> => {
    const search = new URL(address, "http://preview").searchParams;
    const variant = search.get("variant") ?? "default";
    const query = { id, variant, locale: search.get("locale"), props: null };
    latest.state = await preview.checks.check(query);
    if (!latest.state) throw new Error(`Cannot check ${id}: it is not there any more`);
    return latest.state.view;
  };
  for await (const { view, locale, isAgain } of readStates(id, ask)) {
    if (isAgain) continue;
    // Its modules are known once it was loaded.
    if (changedFiles && stateCount === 0) {
      const modules = [path, realPath, ...preview.checks.modulesOf(realPath)];
      if (!modules.some((file) => changedFiles.has(file))) return undefined;
    }
    stateCount++;
    if (view.result.status === "failed") {
      const variant = [view.variant, locale].filter(Boolean).join(", ");
      unchecked.push({ id, variant, message: view.result.message });
    }
    findings.push(...(latest.state?.findings ?? []));
    usedComments.push(...(latest.state?.usedComments ?? []));
  }
  return { id, findings, unchecked, usedComments, stateCount };
}
