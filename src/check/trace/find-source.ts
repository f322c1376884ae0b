import type { FindingSource } from "../finding.ts";
import { offsetOf, placeOf, readJsx } from "./jsx-extent.ts";
import type { LocatedHtml, LocatedPlace } from "./located.ts";

/** A source, and where in it. */
export interface FoundSource extends FindingSource {
  /** Offset of what was found, and its length; of an element that of its `<`. */
  readonly offset: number;
  readonly length: number;
}

/** What is shorter is found anywhere. */
const telling = 4;

/** What is longer is found once in a file. */
const tellingAlone = 10;

/**
 * Finds where a fault is written: the text that makes it, in the element, or in one that passes it on
 * to the component that the element is written in, or anywhere in the email's own file; else the
 * element itself.
 *
 * @param chain places of the element, the innermost first
 */
export function findSource(
  located: LocatedHtml,
  chain: readonly LocatedPlace[],
  literals: readonly string[],
): FoundSource | undefined {
  const { files, emailFile } = located;
  const wanted = literals.flatMap(formsOf).filter(({ length }) => length >= telling);
  for (const { name, place } of chain) {
    const code = files[place.file];
    const start = code === undefined ? undefined : offsetOf(code, place.line, place.column);
    const jsx = code !== undefined && start !== undefined ? readJsx(code, start) : undefined;
    if (code === undefined || jsx === undefined) continue;
    for (const [from, to] of [
      [jsx.start, jsx.tagEnd],
      [jsx.tagEnd, jsx.end],
    ] as const) {
      for (const text of wanted) {
        const at = code.slice(from, to).indexOf(text);
        if (at >= 0) return found(place.file, code, from + at, text.length, name);
      }
    }
  }
  // A style sheet and the like stand in the file of the component, beside it.
  const [nearest] = chain;
  const beside = nearest && files[nearest.place.file];
  const whole = beside && wanted.find((one) => one.length >= tellingAlone && beside.includes(one));
  if (beside && whole) {
    return found(nearest.place.file, beside, beside.indexOf(whole), whole.length, undefined);
  }
  // What has no element of its own, such as the text part, may come from any file.
  const others = chain.length === 0 ? Object.keys(files) : [];
  for (const file of [emailFile, ...others]) {
    const code = files[file];
    const text = code === undefined ? undefined : wanted.find((one) => code.includes(one));
    if (code === undefined || text === undefined) continue;
    return found(file, code, code.indexOf(text), text.length, undefined);
  }
  const innermost = chain.find(({ place }) => files[place.file] !== undefined);
  if (!innermost) return undefined;
  const { file, line, column } = innermost.place;
  const offset = offsetOf(files[file] as string, line, column) ?? 0;
  return { file, line, column, component: innermost.name, offset, length: 0 };
}

function found(
  file: string,
  code: string,
  offset: number,
  length: number,
  component: string | undefined,
): FoundSource {
  return { file, ...placeOf(code, offset), component, offset, length };
}

/** A text, and as it may be written in JSX. */
function formsOf(text: string): readonly string[] {
  const plain = text.trim();
  if (plain === "") return [];
  const escaped = plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const words = plain.split(" ");
  // A long text is wrapped over lines, and has values in it: its first words are enough.
  const starts = words.length > 4 ? [words.slice(0, 5).join(" "), words.slice(0, 3).join(" ")] : [];
  return [...new Set([plain, escaped, ...starts])];
}
