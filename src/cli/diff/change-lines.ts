import type { ChangeItem } from "../../diff/states/change-item.ts";
import type { PropertyChange, ViewChange } from "../../diff/view/view-change.ts";
import type { WordPart } from "../../diff/words/compare-words.ts";

/** One thing that changed, for people: what it is about, and words with those marked that changed. */
export interface ChangeLine {
  /** `subject`, `h1`, `style`. */
  readonly label: string;
  /** What has it: `“Track your order”: color`; empty where the label says it. */
  readonly on: string;
  readonly parts: readonly WordPart[];
}

/** What became of something, as lines for people. */
export function changeLines(item: ChangeItem): readonly ChangeLine[] {
  switch (item.part) {
    case "view":
      return viewLines(item.change);
    case "document":
      return [{ label: item.change.property, on: "", parts: valueParts(item.change) }];
    case "text":
      return [{ label: "text part", on: "", parts: shorten(item.line.parts) }];
    default:
      return [{ label: item.part, on: "", parts: shorten(item.parts) }];
  }
}

function viewLines(change: ViewChange): readonly ChangeLine[] {
  switch (change.kind) {
    case "words": {
      const label = change.block === "text" ? "words" : change.block;
      return [{ label, on: "", parts: shorten(change.parts) }];
    }
    case "added":
    case "removed":
    case "moved": {
      const words = { added: "new", removed: "gone", moved: "moved" }[change.kind];
      const op = change.kind === "moved" ? "same" : change.kind;
      const addresses = change.addresses.length > 0 ? ` (${change.addresses.join(", ")})` : "";
      const text = change.text + addresses;
      return [{ label: `${words} ${change.what}`, on: "", parts: [{ op, text }] }];
    }
    case "level":
    case "link": {
      const { before, after } = change;
      const parts = valueParts({ property: "", before, after });
      return [{ label: change.kind, on: change.text, parts }];
    }
    case "image":
      return change.changes.map((one) => ({
        ...{ label: "image", on: `${change.text}: ${one.property}` },
        parts: valueParts(one),
      }));
    case "style": {
      const label = { light: "style", dark: "style, dark", phone: "style, phone" }[change.view];
      const on = named(change.on);
      return change.changes.map((one) => ({
        ...{ label, on: `${on}: ${one.property}` },
        parts: valueParts(one),
      }));
    }
  }
}

const mostNamed = 4;

function named(on: readonly string[]): string {
  if (on.length <= mostNamed) return on.join(", ");
  return `${on.slice(0, mostNamed - 1).join(", ")} and ${on.length - mostNamed + 1} more`;
}

function valueParts({ before, after }: PropertyChange): readonly WordPart[] {
  return [
    ...(before === undefined ? [] : [{ op: "removed", text: before } as const]),
    ...(before === undefined || after === undefined ? [] : [same(" → ")]),
    ...(after === undefined ? [] : [{ op: "added", text: after } as const]),
  ];
}

function same(text: string): WordPart {
  return { op: "same", text };
}

const context = 36;

/** The parts, with what stayed cut down to what stands around a change. */
function shorten(parts: readonly WordPart[]): readonly WordPart[] {
  return parts.map((part, at) => {
    if (part.op !== "same") return part;
    const characters = [...part.text];
    const isFirst = at === 0;
    const isLast = at === parts.length - 1;
    if (isFirst && isLast) return part;
    if (characters.length <= (isFirst || isLast ? context : 2 * context) + 1) return part;
    // Cut between words.
    const head = characters
      .slice(0, context)
      .join("")
      .replace(/\s\S*$/, " ");
    const tail = characters
      .slice(-context)
      .join("")
      .replace(/^\S*\s/, " ");
    return same(isFirst ? `…${tail}` : isLast ? `${head}…` : `${head}…${tail}`);
  });
}
