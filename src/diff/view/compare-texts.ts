import { align } from "../words/align.ts";
import { joinWords, wordKey } from "../words/word.ts";
import { compareStyles } from "./compare-styles.ts";
import { excerpt } from "./excerpt.ts";
import type { ViewName } from "./read-view.ts";
import type { PropertyChange, ViewChange } from "./view-change.ts";
import type { ShownWord, TextItem } from "./view-item.ts";

/** Words that stayed and lead elsewhere, or look otherwise. */
export function compareTexts(
  before: TextItem,
  after: TextItem,
  view: ViewName,
): readonly ViewChange[] {
  const places = [{ before: before.element, after: after.element }];
  const stayed = align(before.words, after.words, wordKey).flatMap((run) =>
    run.isSame ? run.before.map((old, at) => [old, run.after[at] as ShownWord] as const) : [],
  );
  const changes: ViewChange[] = [];
  for (const group of groups(stayed, ([old, next]) => `${old.href} ${next.href}`)) {
    const [[old, next] = []] = group;
    if (!old || !next || old.href === next.href) continue;
    const text = joinWords(group.map(([, word]) => word));
    changes.push({ kind: "link", text, before: old.href, after: next.href, places });
  }
  const compare = createComparer();
  for (const group of groups(stayed, ([old, next]) => JSON.stringify(compare(old, next)))) {
    const [[old, next] = []] = group;
    if (!old || !next) continue;
    const look = compare(old, next);
    if (look.length === 0) continue;
    const on = [excerpt(joinWords(group.map(([, word]) => word)))];
    changes.push({ kind: "style", on, view, changes: look, places });
  }
  // A paragraph that was rewritten whole may look otherwise as well.
  const [old, next] = [before.words[0], after.words[0]];
  if (stayed.length === 0 && old && next) {
    const look = compare(old, next);
    const on = [excerpt(joinWords(after.words))];
    if (look.length > 0) changes.push({ kind: "style", on, view, changes: look, places });
  }
  return changes;
}

/** Most words of a paragraph share their look. */
function createComparer() {
  const known = new Map<object, Map<object, readonly PropertyChange[]>>();
  return ({ style: before }: ShownWord, { style: after }: ShownWord) => {
    const row = known.get(before) ?? new Map<object, readonly PropertyChange[]>();
    known.set(before, row);
    const ready = row.get(after) ?? compareStyles(before, after);
    row.set(after, ready);
    return ready;
  };
}

function groups<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): readonly (readonly Entry[])[] {
  const found: Entry[][] = [];
  let last: string | undefined;
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === last) found.at(-1)?.push(entry);
    else found.push([entry]);
    last = key;
  }
  return found;
}
