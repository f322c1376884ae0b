import type { EmailChange } from "../../diff/compare-readings.ts";
import type { PropertyChange, ViewChange } from "../../diff/view/view-change.ts";
import type { WordPart } from "../../diff/words/compare-words.ts";

/** One thing that changed, for people: what it is about, and words with those marked that changed. */
export interface ChangeLine {
  /** `subject`, `h1`, `style`. */
  readonly label: string;
  readonly parts: readonly WordPart[];
}

/** What became of an email, one thing a line, in the order in which a reader meets it. */
export function changeLines(change: EmailChange): readonly ChangeLine[] {
  const { subject, preheader, from, document, view, text } = change;
  const lines: ChangeLine[] = [
    ...(from ? [{ label: "from", parts: from }] : []),
    ...(subject ? [{ label: "subject", parts: subject }] : []),
    ...(preheader ? [{ label: "preheader", parts: preheader }] : []),
    ...document.map((one) => ({ label: one.property, parts: valueParts(one) })),
    ...view.flatMap(viewLines),
  ];
  if (text.length === 0) return lines;
  // Mostly the text part says in other lines what the HTML says.
  const told = new Set(lines.flatMap(({ parts }) => changedWords(parts)));
  const isTold = text.every(({ parts }) => changedWords(parts).every((words) => told.has(words)));
  if (isTold) return [...lines, { label: "text part", parts: [same("likewise")] }];
  return [...lines, ...text.map(({ parts }) => ({ label: "text part", parts }))];
}

function changedWords(parts: readonly WordPart[]): readonly string[] {
  return parts.flatMap(({ op, text }) =>
    op === "same" ? [] : [`${op} ${text.trim().toLowerCase()}`],
  );
}

function viewLines(change: ViewChange): readonly ChangeLine[] {
  switch (change.kind) {
    case "words":
      return [{ label: change.block === "text" ? "words" : change.block, parts: change.parts }];
    case "added":
    case "removed":
    case "moved": {
      const words = { added: "new", removed: "gone", moved: "moved" }[change.kind];
      const op = change.kind === "moved" ? "same" : change.kind;
      const addresses = change.addresses.length > 0 ? ` (${change.addresses.join(", ")})` : "";
      return [{ label: `${words} ${change.what}`, parts: [{ op, text: change.text + addresses }] }];
    }
    case "level": {
      const { before, after } = change;
      return [
        {
          label: "level",
          parts: [same(`${change.text}: `), ...valueParts({ property: "", before, after })],
        },
      ];
    }
    case "link": {
      const { text, before, after } = change;
      return [
        {
          label: "link",
          parts: [same(`${text}: `), ...valueParts({ property: "", before, after })],
        },
      ];
    }
    case "image":
      return change.changes.map((one) => ({
        label: "image",
        parts: [same(`${change.text}: ${one.property} `), ...valueParts(one)],
      }));
    case "style": {
      const label = { light: "style", dark: "style, dark", phone: "style, phone" }[change.view];
      const on = named(change.on);
      return change.changes.map((one) => ({
        label,
        parts: [same(`${on}: ${one.property} `), ...valueParts(one)],
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
export function shorten(parts: readonly WordPart[]): readonly WordPart[] {
  return parts.map((part, at) => {
    if (part.op !== "same") return part;
    const characters = [...part.text];
    const isFirst = at === 0;
    const isLast = at === parts.length - 1;
    if (isFirst && isLast) return part;
    if (characters.length <= (isFirst || isLast ? context : 2 * context) + 1) return part;
    const head = characters.slice(0, context).join("");
    const tail = characters.slice(-context).join("");
    return same(isFirst ? `…${tail}` : isLast ? `${head}…` : `${head}…${tail}`);
  });
}
