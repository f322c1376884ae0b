import type { EmailElement } from "../document/element.ts";
import { readElements } from "../document/read-elements.ts";
import type { Finding } from "../finding.ts";
import { type FoundSource, findSource } from "./find-source.ts";
import { placeOf } from "./jsx-extent.ts";
import type { LocatedHtml, LocatedPlace } from "./located.ts";
import { makeEdit } from "./make-edit.ts";

/** Attribute by which a located render names the place of an element. */
const placeAttribute = "data-letterpress-place";

/**
 * Adds to findings where in the source they are made, and the change that puts them right where one
 * is certain. Where the located render is not the same as what was checked, places follow from the
 * texts alone.
 *
 * @param elementCount of what was checked
 */
export function traceFindings(
  findings: readonly Finding[],
  located: LocatedHtml,
  elementCount: number,
): readonly Finding[] {
  const { elements } = readElements(located.html);
  const isSame = elements.length === elementCount;
  return findings.map((finding) => {
    const { where, literals, fix } = finding;
    const element = isSame && where.element ? elements[where.element.index] : undefined;
    const chain = element ? chainOf(element, located) : [];
    const source =
      findSource(located, chain, literals) ??
      (element ? undefined : findProperty(located, where.part));
    const own = element && placeOn(element, located);
    const edit = fix && makeEdit(fix, located, own, source);
    if (!source) return finding;
    const { file, line, column, component } = source;
    return { ...finding, source: { file, line, column, component }, ...(edit && { edit }) };
  });
}

function placeOn({ attributes }: EmailElement, { places }: LocatedHtml): LocatedPlace | undefined {
  const index = attributes.get(placeAttribute);
  return index === undefined ? undefined : places[Number(index)];
}

/** The place of the nearest element that has one, and those where its components are used. */
function chainOf(element: EmailElement, located: LocatedHtml): readonly LocatedPlace[] {
  let place: LocatedPlace | undefined;
  for (let at: EmailElement | undefined = element; at && !place; at = at.parent) {
    place = placeOn(at, located);
  }
  const chain: LocatedPlace[] = [];
  while (place && chain.length < 50) {
    chain.push(place);
    place = place.usedAt === null ? undefined : located.places[place.usedAt];
  }
  return chain;
}

/** What is said of the message stands where the email is defined. */
function findProperty(
  { files, emailFile }: LocatedHtml,
  part: Finding["where"]["part"],
): FoundSource | undefined {
  const code = files[emailFile];
  if (code === undefined) return undefined;
  const name = part === "message" ? "(?:from|tag|stream|metadata)" : part;
  const match =
    new RegExp(`^\\s*(${name})\\s*[:(,]`, "m").exec(code) ?? /\b(defineEmail)\(/.exec(code);
  const offset = match ? match.index + match[0].indexOf(match[1] ?? "") : 0;
  return { file: emailFile, ...placeOf(code, offset), offset, length: match?.[1]?.length ?? 0 };
}
