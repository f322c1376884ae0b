import { type ChangeItem, itemKey, itemsOf } from "./change-item.ts";
import type { StateChange, StateName } from "./state-change.ts";

/** Something that became of one or many states. */
export interface ChangeGroup {
  readonly states: readonly StateName[];
  /** The changes of those states; the first is the one whose items are told. */
  readonly all: readonly [StateChange, ...StateChange[]];
  readonly items: readonly ChangeItem[];
}

/**
 * Puts together what became of several states alike, so that each thing is told once: what a shared
 * component shows otherwise is one thing to look at, however many emails have it.
 */
export function groupChanges(changes: readonly StateChange[]): readonly ChangeGroup[] {
  const whole = new Map<string, StateChange[]>();
  const byItem = new Map<string, { readonly item: ChangeItem; readonly states: StateChange[] }>();
  for (const change of changes) {
    if (change.kind !== "changed") {
      const key = wholeKey(change);
      whole.set(key, [...(whole.get(key) ?? []), change]);
      continue;
    }
    for (const item of change.change ? itemsOf(change.change) : []) {
      const key = itemKey(item);
      const known = byItem.get(key) ?? { item, states: [] };
      byItem.set(key, known);
      if (known.states.at(-1) !== change) known.states.push(change);
    }
  }
  const byStates = new Map<
    string,
    { readonly items: ChangeItem[]; readonly states: StateChange[] }
  >();
  for (const { item, states } of byItem.values()) {
    const key = states.map((state) => changes.indexOf(state)).join();
    const known = byStates.get(key) ?? { items: [], states };
    byStates.set(key, known);
    known.items.push(item);
  }
  const groups = [...whole.values()].map((all) => ({
    states: all,
    items: all[0]?.change ? itemsOf(all[0].change) : [],
  }));
  return [...groups, ...byStates.values()]
    .flatMap(({ states: [first, ...rest], items }): ChangeGroup[] =>
      first
        ? [{ all: [first, ...rest], states: [first, ...rest].map(({ name }) => name), items }]
        : [],
    )
    .sort((one, other) => changes.indexOf(one.all[0]) - changes.indexOf(other.all[0]));
}

function wholeKey({ kind, change, failure, name, formerName, isWholeEmail }: StateChange): string {
  const isOfOneEmail = kind === "added" || kind === "removed" || kind === "renamed";
  const names = isOfOneEmail ? [name.id, formerName?.id, isWholeEmail] : [];
  const variant = kind === "renamed" && !isWholeEmail ? name.variant : undefined;
  return JSON.stringify([
    kind,
    names,
    variant,
    failure,
    change ? itemsOf(change).map(itemKey) : [],
  ]);
}
