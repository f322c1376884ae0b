import type { Reference } from "../../build/checkout/choose-reference.ts";
import type { ChangeGroup } from "../../diff/states/group-changes.ts";
import type { Comparison } from "../../diff/states/state-change.ts";
import { amount } from "../amount.ts";

/** All that there is to tell. */
export interface DiffReport extends Comparison {
  readonly reference: Reference;
  readonly groups: readonly ChangeGroup[];
  /** Each a sentence. */
  readonly remarks: readonly string[];
}

/** `main (3f2a1c0d, where this branch left main)` */
export function describeReference({ name, commit, reason }: Reference): string {
  const short = commit.slice(0, 8);
  const facts = [...(commit.startsWith(name) ? [] : [short]), ...(reason ? [reason] : [])];
  return facts.length > 0 ? `${name} (${facts.join(", ")})` : name;
}

/** `3 of 48 variants changed`, and what else there is to say. */
export function summarize({ changes, stateCount }: DiffReport): string {
  if (changes.length === 0)
    return `Nothing that a reader meets changed: ${amount(stateCount, "variant")} compared`;
  return `${changes.length} of ${amount(stateCount, "variant")} changed`;
}
