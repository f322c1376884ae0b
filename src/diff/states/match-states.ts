import { similarity } from "../words/compare-words.ts";
import { splitWords } from "../words/word.ts";
import { type RenderedState, type Side, stateKey } from "./state.ts";

/** A state on both sides; one is missing where it is new or gone. */
export interface StatePair {
  readonly before?: RenderedState | undefined;
  readonly after?: RenderedState | undefined;
}

/** From so many words in common on, what is new under one name is what went under another. */
const alike = 0.7;

/**
 * Finds for each state the one that it was before, under its own name or another.
 *
 * @param renames files that were renamed, from the old name to the new, from the project's root
 */
export function matchStates(
  before: Side,
  after: Side,
  renames: ReadonlyMap<string, string> = new Map(),
): readonly StatePair[] {
  const newIds = matchEmails(before, after, renames);
  const olds = new Map(
    before.states.map((state) => [
      stateKey({ ...state, id: newIds.get(state.id) ?? state.id }),
      state,
    ]),
  );
  const pairs: StatePair[] = [];
  const added: RenderedState[] = [];
  for (const state of after.states) {
    const key = stateKey(state);
    const old = olds.get(key);
    if (old) pairs.push({ before: old, after: state });
    else added.push(state);
    olds.delete(key);
  }
  const removed = [...olds.values()];
  for (const state of added) {
    const at = removed.findIndex((old) => isRenamed(old, state, newIds));
    const [old] = at < 0 ? [] : removed.splice(at, 1);
    pairs.push(old ? { before: old, after: state } : { after: state });
  }
  pairs.push(...removed.map((state) => ({ before: state })));
  const order = new Map([...after.states, ...removed].map((state, at) => [state, at]));
  const orderOf = ({ before: old, after: next }: StatePair) =>
    order.get((next ?? old) as RenderedState) ?? 0;
  return pairs.sort((one, other) => orderOf(one) - orderOf(other));
}

/** Ids that emails had before, with the ones that they have now. */
function matchEmails(
  before: Side,
  after: Side,
  renames: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const idsOf = ({ files }: Side) => Object.keys(files);
  const gone = idsOf(before).filter((id) => after.files[id] === undefined);
  const come = new Set(idsOf(after).filter((id) => before.files[id] === undefined));
  const newIds = new Map<string, string>();
  const take = (id: string, next: string | undefined) => {
    if (next === undefined || !come.delete(next)) return;
    newIds.set(id, next);
  };
  for (const id of gone) {
    const file = renames.get(before.files[id] ?? "");
    take(
      id,
      [...come].find((next) => file !== undefined && after.files[next] === file),
    );
  }
  for (const id of gone) {
    if (newIds.has(id)) continue;
    const old = before.states.find((state) => state.id === id);
    const likely = [...come]
      .map((next) => ({
        next,
        like: likeness(
          old,
          after.states.find((state) => state.id === next),
        ),
      }))
      .sort((one, other) => other.like - one.like)[0];
    if (likely && likely.like >= alike) take(id, likely.next);
  }
  return newIds;
}

function isRenamed(
  before: RenderedState,
  after: RenderedState,
  newIds: ReadonlyMap<string, string>,
): boolean {
  if ((newIds.get(before.id) ?? before.id) !== after.id || before.locale !== after.locale)
    return false;
  return (
    "html" in before.result && "html" in after.result && before.result.html === after.result.html
  );
}

function likeness(before: RenderedState | undefined, after: RenderedState | undefined): number {
  if (!before || !after || "failure" in before.result || "failure" in after.result) return 0;
  return similarity(splitWords(before.result.text), splitWords(after.result.text));
}
