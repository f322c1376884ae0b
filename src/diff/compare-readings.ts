import type { Reading } from "./reading.ts";
import { compareStyles } from "./view/compare-styles.ts";
import { compareViews } from "./view/compare-views.ts";
import type { PropertyChange, ViewChange } from "./view/view-change.ts";
import { compareLines, type LineChange } from "./words/compare-lines.ts";
import { compareWords, type WordPart } from "./words/compare-words.ts";

/** What a reader meets otherwise than before; what is left out is the same. */
export interface EmailChange {
  readonly subject?: readonly WordPart[] | undefined;
  readonly preheader?: readonly WordPart[] | undefined;
  readonly from?: readonly WordPart[] | undefined;
  /** The title, language and direction of the document. */
  readonly document: readonly PropertyChange[];
  /** What a reader of the HTML sees. */
  readonly view: readonly ViewChange[];
  /** Lines of the text part. */
  readonly text: readonly LineChange[];
}

/** What became of an email; undefined when every reader meets the same. */
export function compareReadings(before: Reading, after: Reading): EmailChange | undefined {
  const subject = compareWords(before.subject, after.subject);
  const preheader = compareWords(before.preheader, after.preheader);
  const from = compareWords(before.from, after.from);
  const document = compareStyles(before.document, after.document);
  const text = compareLines(before.text, after.text);
  const view = compareAllViews(before, after);
  const isSame = !subject && !preheader && !from;
  if (isSame && document.length + text.length + view.length === 0) return undefined;
  return {
    ...(subject && { subject }),
    ...(preheader && { preheader }),
    ...(from && { from }),
    ...{ document, view, text },
  };
}

/** What is seen in the dark or on a phone is told where it is not what is seen anyway. */
function compareAllViews(before: Reading, after: Reading): readonly ViewChange[] {
  const light = compareViews(before.views.light, after.views.light, "light");
  const told = new Set(light.map(keyOf));
  const values = new Set(light.flatMap(propertyKeys));
  const others = (["dark", "phone"] as const).flatMap((name) =>
    compareViews(before.views[name], after.views[name], name).flatMap((change): ViewChange[] => {
      if (change.kind !== "style") return told.has(keyOf(change)) ? [] : [inView(change, name)];
      const changes = change.changes.filter((one) => !values.has(JSON.stringify(one)));
      return changes.length > 0 ? [{ ...change, changes }] : [];
    }),
  );
  return [...light, ...others];
}

function keyOf({ places: _, ...change }: ViewChange): string {
  return JSON.stringify(change);
}

function propertyKeys(change: ViewChange): readonly string[] {
  return change.kind === "style" ? change.changes.map((one) => JSON.stringify(one)) : [];
}

const names = { dark: "in the dark", phone: "on a phone" } as const;

/** Something that is there, or not, in one view only. */
function inView(change: ViewChange, view: "dark" | "phone"): ViewChange {
  if (!("what" in change)) return change;
  return { ...change, what: `${change.what}, ${names[view]}` };
}
