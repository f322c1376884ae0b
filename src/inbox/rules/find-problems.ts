import type { InboxProblem } from "../problem.ts";
import { headerRules } from "./header-rules.ts";
import { limitRules } from "./limit-rules.ts";
import { recipientRules } from "./recipient-rules.ts";
import type { Rule, RuleFacts } from "./rule.ts";
import { streamRules } from "./stream-rules.ts";

const loginRule: Rule = ({ login }) => login?.problem;

const unparseable: Rule = ({ message: { parseError } }) =>
  parseError === undefined
    ? undefined
    : { code: "unparseable", effect: "unsure", message: `${parseError}; fix its structure` };

const malformed: Rule = ({ message }) => message.parseProblems;

const rules: readonly Rule[] = [
  loginRule,
  unparseable,
  malformed,
  ...recipientRules,
  ...streamRules,
  ...headerRules,
  ...limitRules,
];

/** All that the real Postmark would not take about a message, the login first. */
export function findProblems(facts: RuleFacts): readonly InboxProblem[] {
  return rules.flatMap((rule) => rule(facts) ?? []);
}
