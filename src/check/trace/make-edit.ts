import type { Edit, Fix } from "../finding.ts";
import type { FoundSource } from "./find-source.ts";
import { offsetOf, readJsx } from "./jsx-extent.ts";
import type { LocatedHtml, LocatedPlace } from "./located.ts";

/**
 * Makes the change of the source that puts a fault right; undefined where it is not certain: the
 * element is written by a package, the attribute is there already, or the text is not.
 *
 * @param own the place of the element itself, where it is known
 */
export function makeEdit(
  fix: Fix,
  located: LocatedHtml,
  own: LocatedPlace | undefined,
  source: FoundSource | undefined,
): Edit | undefined {
  if (fix.kind === "replace") return replaceText(fix, located, source);
  const code = own && located.files[own.place.file];
  if (!own || code === undefined) return undefined;
  const start = offsetOf(code, own.place.line, own.place.column);
  const jsx = start === undefined ? undefined : readJsx(code, start);
  if (!jsx) return undefined;
  const written = code.slice(jsx.nameEnd, jsx.tagEnd);
  if (fix.kind === "forms") return replaceForm(fix.forms, written, own.place.file, jsx.nameEnd);
  const hasAttribute = (name: string) =>
    new RegExp(`(?:^|\\s)${name}\\s*(?:=|\\s|$)`).test(written);
  if (hasAttribute(fix.name)) return undefined;
  const added = [[fix.name, fix.value] as const, ...Object.entries(fix.with ?? {})]
    .filter(([name]) => !hasAttribute(name))
    .map(([name, value]) =>
      typeof value === "number" ? `${name}={${value}}` : `${name}=${JSON.stringify(value)}`,
    )
    .join(" ");
  // Behind what is spread, so that it holds.
  const at = /\{\s*\.\.\./.test(written) ? jsx.nameEnd + written.trimEnd().length : jsx.nameEnd;
  return { title: `Add ${added}`, file: own.place.file, start: at, end: at, text: ` ${added}` };
}

/** Only in the tag itself: what stands elsewhere may be used by others. */
function replaceForm(
  forms: readonly (readonly [from: string, to: string])[],
  tag: string,
  file: string,
  offset: number,
): Edit | undefined {
  for (const [from, to] of forms) {
    // `background-color` ends like `color`.
    const whole = new RegExp(`(?<![\\w-])${from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "g");
    const [first, second] = [...tag.matchAll(whole)];
    if (!first) continue;
    // Twice, and no one knows which of them it is.
    if (second) return undefined;
    const start = offset + first.index;
    return { title: `Write ${to}`, file, start, end: start + from.length, text: to };
  }
  return undefined;
}

function replaceText(
  { from, to }: Extract<Fix, { kind: "replace" }>,
  { files }: LocatedHtml,
  source: FoundSource | undefined,
): Edit | undefined {
  const code = source && files[source.file];
  if (!source || code?.slice(source.offset, source.offset + from.length) !== from) return undefined;
  return {
    title: `Write ${to.length > 60 ? `${to.slice(0, 60)}…` : to}`,
    file: source.file,
    ...{ start: source.offset, end: source.offset + from.length, text: to },
  };
}
