import type { EmailChange } from "../compare-readings.ts";
import type { PropertyChange, ViewChange } from "../view/view-change.ts";
import type { LineChange } from "../words/compare-lines.ts";
import type { WordPart } from "../words/compare-words.ts";

/** One thing that is not as it was. */
export type ChangeItem =
  | { readonly part: "from" | "subject" | "preheader"; readonly parts: readonly WordPart[] }
  | { readonly part: "document"; readonly change: PropertyChange }
  | { readonly part: "view"; readonly change: ViewChange }
  | { readonly part: "text"; readonly line: LineChange };

/**
 * What became of an email, one thing after the other, in the order in which a reader meets it. Lines
 * of the text part that say what the HTML says are left out.
 */
export function itemsOf({
  from,
  subject,
  preheader,
  document,
  view,
  text,
}: EmailChange): readonly ChangeItem[] {
  const items: ChangeItem[] = [
    ...(from ? [{ part: "from", parts: from } as const] : []),
    ...(subject ? [{ part: "subject", parts: subject } as const] : []),
    ...(preheader ? [{ part: "preheader", parts: preheader } as const] : []),
    ...document.map((change) => ({ part: "document", change }) as const),
    ...view.map((change) => ({ part: "view", change }) as const),
  ];
  const told = new Set(view.flatMap(toldWords));
  const untold = text.filter(({ parts }) => !changedWords(parts).every((words) => told.has(words)));
  return [...items, ...untold.map((line) => ({ part: "text", line }) as const)];
}

/** Two states changed alike in something when this is the same: what stands around it may differ. */
export function itemKey(item: ChangeItem): string {
  switch (item.part) {
    case "document":
      return JSON.stringify(item);
    case "text":
      return JSON.stringify(["text", changedWords(item.line.parts)]);
    case "view":
      return JSON.stringify(viewKey(item.change));
    default:
      return JSON.stringify([item.part, changedWords(item.parts)]);
  }
}

function viewKey(change: ViewChange): readonly unknown[] {
  switch (change.kind) {
    case "words":
      return [change.kind, change.block, changedWords(change.parts)];
    case "style":
      return [change.kind, change.view, change.changes];
    default: {
      const { places: _, ...rest } = change;
      return [rest];
    }
  }
}

function changedWords(parts: readonly WordPart[]): readonly string[] {
  return parts.flatMap(({ op, text }) => (op === "same" ? [] : [plain(op, text)]));
}

function toldWords(change: ViewChange): readonly string[] {
  if (change.kind === "words") return changedWords(change.parts);
  if (change.kind === "link") {
    return [plain("removed", change.before ?? ""), plain("added", change.after ?? "")];
  }
  if (change.kind !== "added" && change.kind !== "removed") return [];
  return [change.text, ...change.addresses].map((words) => plain(change.kind, words));
}

/** The text part has headings in capitals and marks around addresses. */
function plain(op: string, text: string): string {
  return `${op} ${text
    .toLowerCase()
    .replace(/[\s<>()[\]*_—-]+/g, " ")
    .trim()}`;
}
