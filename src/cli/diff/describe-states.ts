import type { ChangeGroup } from "../../diff/states/group-changes.ts";
import type { StateName } from "../../diff/states/state-change.ts";
import { amount } from "../amount.ts";

const mostVariants = 6;
const mostEmails = 8;

/** `orders/receipt (default, forty lines), account/welcome (default, de)` */
export function describeStates(states: readonly StateName[]): string {
  const byId = new Map<string, string[]>();
  for (const { id, variant, locale } of states) {
    const name = locale === null ? variant : `${variant} in ${locale}`;
    byId.set(id, [...(byId.get(id) ?? []), name]);
  }
  const emails = [...byId].map(([id, names]) => `${id} (${few(names, mostVariants, "variant")})`);
  return few(emails, mostEmails, "email");
}

function few(names: readonly string[], most: number, noun: string): string {
  if (names.length <= most) return names.join(", ");
  return `${names.slice(0, most - 1).join(", ")} and ${amount(names.length - most + 1, `more ${noun}`)}`;
}

/** What a group of changes is about, for its headline. */
export function describeGroup({ first, states }: ChangeGroup): string {
  const { kind, isWholeEmail, formerName, name } = first;
  const what = isWholeEmail ? "email" : amount(states.length, "variant").replace(/^1 /, "");
  switch (kind) {
    case "added":
      return `new ${what}: ${describeStates(states)}`;
    case "removed":
      return `removed ${what}: ${describeStates(states)}`;
    case "renamed":
      return isWholeEmail
        ? `renamed email: ${formerName?.id} → ${describeStates(states)}`
        : `renamed variant of ${name.id}: ${formerName?.variant} → ${name.variant}`;
    case "broken":
      return `does not render any more: ${describeStates(states)}`;
    case "repaired":
      return `renders again: ${describeStates(states)}`;
    default:
      return describeStates(states);
  }
}
