import type { ChangeGroup } from "../../diff/states/group-changes.ts";
import type { StateName } from "../../diff/states/state-change.ts";
import { amount } from "../amount.ts";

const mostVariants = 6;
const mostEmails = 8;

/**
 * `orders/receipt (default, forty lines), account/welcome`: where no variant is named, it is all.
 *
 * @param statesOf how many states each email has, by its id
 */
export function describeStates(
  states: readonly StateName[],
  statesOf: Readonly<Record<string, number>>,
): string {
  const byId = new Map<string, string[]>();
  for (const { id, variant, locale } of states) {
    const name = locale === null ? variant : `${variant} in ${locale}`;
    byId.set(id, [...(byId.get(id) ?? []), name]);
  }
  const emails = [...byId].map(([id, names]) =>
    names.length === statesOf[id] ? id : `${id} (${few(names, mostVariants, "variant")})`,
  );
  return few(emails, mostEmails, "email");
}

function few(names: readonly string[], most: number, noun: string): string {
  if (names.length <= most) return names.join(", ");
  return `${names.slice(0, most - 1).join(", ")} and ${amount(names.length - most + 1, `more ${noun}`)}`;
}

/** What a group of changes is about, for its headline. */
export function describeGroup(
  { all: [first], states }: ChangeGroup,
  statesOf: Readonly<Record<string, number>>,
): string {
  const { kind, isWholeEmail, formerName, name } = first;
  const names = describeStates(states, statesOf);
  const what = isWholeEmail ? "email" : states.length === 1 ? "variant" : "variants";
  switch (kind) {
    case "added":
      return `new ${what}: ${names}`;
    case "removed":
      return `removed ${what}: ${names}`;
    case "renamed":
      return isWholeEmail
        ? `renamed email: ${formerName?.id} → ${names}`
        : `renamed variant of ${name.id}: ${formerName?.variant} → ${name.variant}`;
    case "broken":
      return `does not render any more: ${names}`;
    case "repaired":
      return `renders again: ${names}`;
    default:
      return names;
  }
}
