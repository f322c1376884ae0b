import { RenderError, type SourceLocation } from "../errors.ts";
import { findNestingFaults, type NestingFault } from "./html/check-nesting.ts";
import { findRootFault } from "./html/check-roots.ts";
import { repairNesting } from "./html/repair-nesting.ts";
import type { HtmlDocument, Token } from "./html/token.ts";
import { nameOf } from "./react/explain-failure.ts";
import type { RenderJob } from "./render-job.ts";
import type { Warn } from "./warning.ts";

/**
 * Checks that a document is one email, and puts right what stands where a mail client's parser would
 * move it.
 *
 * @param locate finds the place of a tag; only for an error
 * @throws {RenderError} when it is no email; with `nesting: "refuse"`, when something would be moved
 */
export async function checkStructure(
  document: HtmlDocument,
  { subject, options }: Pick<RenderJob, "subject" | "options">,
  warn: Warn,
  locate: (token: Token) => Promise<SourceLocation | undefined>,
): Promise<void> {
  const { emailId, variant } = subject;
  const refusal = `Cannot render ${nameOf(subject)}`;
  const rootFault = findRootFault(document);
  if (rootFault) throw new RenderError(`${refusal}: ${rootFault}`, { emailId, variant });
  let faults = findNestingFaults(document);
  if (faults.length === 0) return;
  const moved = faults.find(({ severity }) => severity === "moved");
  if (moved && options.nesting === "refuse") {
    const location = await locate(moved.token);
    throw new RenderError(`${refusal}: ${moved.message}`, { emailId, variant, location });
  }
  if (options.finish !== false) {
    for (const { message, token } of repairNesting(document)) {
      warn({ code: "nesting-repaired", message }, token);
    }
    faults = findNestingFaults(document);
  }
  for (const fault of faults) warnOf(fault, warn);
}

function warnOf({ message, token }: NestingFault, warn: Warn): void {
  warn({ code: "nesting-not-repaired", message }, token);
}
