import { checkEmail } from "../check/check-email.ts";
import type { EmailToCheck } from "../check/email-to-check.ts";
import type { Severity } from "../check/finding.ts";
import type { CheckOptions } from "../check/options.ts";
import type { MatcherResult } from "./matcher.ts";

/** Options of `toPassChecks`. */
export interface PassChecksOptions extends CheckOptions {
  /** From which severity on a finding fails. @default "error" */
  readonly max?: Severity | undefined;
}

const severities: readonly Severity[] = ["error", "warning", "info"];

/**
 * Whether a rendered email, or a message of an inbox, has nothing wrong with it.
 *
 * @param received what `render` returns, or what `waitFor` of an inbox does
 * @throws {TypeError} when it is neither, or an option is wrong
 */
export function toPassChecks(received: unknown, options: PassChecksOptions = {}): MatcherResult {
  const { max = "error", ...checks } = options;
  if (!severities.includes(max)) {
    throw new TypeError(
      `toPassChecks: 'max' must be one of ${severities.join(", ")}, got "${max}"`,
    );
  }
  const worst = severities.slice(0, severities.indexOf(max) + 1);
  const findings = checkEmail(toEmail(received), checks).filter(({ severity }) =>
    worst.includes(severity),
  );
  const lines = findings.map(
    ({ severity, rule, message, evidence, advice }) =>
      `  ${severity} [${rule}] ${message}\n    seen: ${evidence}\n    do: ${advice}`,
  );
  return {
    pass: findings.length === 0,
    message: () =>
      findings.length === 0
        ? "Expected the email not to pass the checks, but nothing is wrong with it"
        : `Expected the email to pass the checks, but:\n${lines.join("\n")}`,
  };
}

function toEmail(received: unknown): EmailToCheck {
  if (typeof received !== "object" || received === null || !("html" in received)) {
    throw new TypeError(
      "Cannot check: expect() was given no email; give it what render() or an inbox's waitFor() returns",
    );
  }
  const { html, subject, text, from } = received as Partial<EmailToCheck> & { from?: unknown };
  if (typeof html !== "string" || typeof subject !== "string") {
    throw new TypeError("Cannot check: the email has no HTML or no subject");
  }
  return { html, subject, text, ...readSender(from) };
}

/** Of a message of an inbox its sender is known. */
function readSender(from: unknown): Pick<EmailToCheck, "message"> {
  if (typeof from !== "object" || from === null || !("address" in from)) return {};
  const { address, name } = from as { address: string; name?: string };
  return { message: { from: { address, name } } };
}
