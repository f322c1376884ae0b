import type { StateChange, StateName } from "./state-change.ts";

/** States that changed alike. */
export interface ChangeGroup {
  readonly states: readonly StateName[];
  /** The first of them. */
  readonly first: StateChange;
  readonly all: readonly StateChange[];
}

/**
 * States that changed alike, each kind of change once: what a shared component shows otherwise is
 * one thing to look at, however many emails have it.
 */
export function groupChanges(changes: readonly StateChange[]): readonly ChangeGroup[] {
  const groups = new Map<string, StateChange[]>();
  for (const change of changes) {
    const key = signature(change);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    return first ? [{ first, all, states: all.map(({ name }) => name) }] : [];
  });
}

function signature({ kind, change, failure, name, formerName, isWholeEmail }: StateChange): string {
  const isOfOneEmail = kind === "added" || kind === "removed" || kind === "renamed";
  const names = isOfOneEmail ? [name.id, formerName?.id, isWholeEmail] : [];
  const variant = kind === "renamed" && !isWholeEmail ? name.variant : undefined;
  const view = change?.view.map(({ places: _, ...rest }) => rest);
  return JSON.stringify([kind, names, variant, failure, change && { ...change, view }]);
}
