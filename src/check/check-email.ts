import { type CheckedEmail, readEmail } from "./document/checked-email.ts";
import { openTag } from "./document/element.ts";
import { createMemory } from "./document/memory.ts";
import type { EmailToCheck } from "./email-to-check.ts";
import { isExcepted } from "./exceptions.ts";
import type { Finding, Severity } from "./finding.ts";
import { type CheckOptions, type RuleSettings, resolveCheckOptions } from "./options.ts";
import type { Fault, Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";

/** Judges emails with the same options, and remembers what they share. */
export interface Checker {
  /** @returns what is wrong, in the order of the rules; exceptions are left out */
  check(email: EmailToCheck): readonly Finding[];
  /** What was let pass, by the index of its exception in the options. */
  readonly usedExceptions: ReadonlySet<number>;
}

const bySize: readonly Severity[] = ["error", "warning", "info"];

/**
 * Creates a checker.
 *
 * @throws {TypeError | RangeError} that names the wrong option
 */
export function createChecker(options: CheckOptions = {}): Checker {
  const settings = resolveCheckOptions(options, new Set(rules.map(({ name }) => name)));
  const { rules: levels = {}, exceptions = [] } = options;
  const active = rules.filter(({ name, isOff }) =>
    isOff ? levels[name] !== undefined && levels[name] !== "off" : levels[name] !== "off",
  );
  const memory = createMemory();
  const usedExceptions = new Set<number>();
  return {
    usedExceptions,
    check(email) {
      memory.tidy();
      const read = readEmail(email, memory);
      const findings = active.flatMap((rule) => judge(rule, read, settings, levels[rule.name]));
      return findings
        .filter((finding) => {
          const index = exceptions.findIndex((exception) => isExcepted(finding, exception, email));
          if (index >= 0) usedExceptions.add(index);
          return index < 0;
        })
        .sort((one, other) => bySize.indexOf(one.severity) - bySize.indexOf(other.severity));
    },
  };
}

/**
 * Tells what is wrong with a rendered email: on what was rendered, offline, and nothing that no
 * reader meets.
 *
 * @returns findings, the worst first; empty when nothing is wrong
 * @throws {TypeError | RangeError} that names the wrong option
 *
 * @example
 * const findings = checkEmail(await render(orderConfirmation, { order }));
 */
export function checkEmail(email: EmailToCheck, options: CheckOptions = {}): readonly Finding[] {
  return createChecker(options).check(email);
}

function judge(
  rule: Rule,
  email: CheckedEmail,
  settings: RuleSettings,
  level: string | undefined,
): readonly Finding[] {
  const findings: Finding[] = [];
  // Most rules have nothing to tell.
  let seen: Set<string> | undefined;
  rule.check(
    email,
    (fault) => {
      const finding = toFinding(rule, fault, email, level);
      const key = `${fault.element?.index} ${finding.same}`;
      if (!seen?.has(key)) findings.push(finding);
      seen ??= new Set();
      seen.add(key);
    },
    settings,
  );
  return findings;
}

function toFinding(
  { name, subject, severity }: Rule,
  fault: Fault,
  { id, variant, locale }: CheckedEmail,
  level: string | undefined,
): Finding {
  const { message, evidence, advice, element, part = "html", clients = [], ...rest } = fault;
  const configured = bySize.find((one) => one === level);
  return {
    ...{ rule: name, subject, severity: configured ?? fault.severity ?? severity },
    ...{ message, evidence, advice },
    where: {
      part,
      ...(element && {
        element: { name: element.name, index: element.index, tag: openTag(element) },
      }),
      emails: id === undefined ? [] : [id],
      variants: variant === undefined ? [] : [variant],
      locales: locale === undefined ? [] : [locale],
      clients,
    },
    ...(rest.isEstimate && { isEstimate: true }),
    ...(rest.fix && { fix: rest.fix }),
    literals: rest.literals ?? [],
    same: rest.same ?? message,
  };
}
