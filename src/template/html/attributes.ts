import { decodeAttribute } from "./entities.ts";
import { type AttributeRange, scanAttribute } from "./scan-tag.ts";
import type { Token } from "./token.ts";

/** One attribute of an open tag, as it stands in the token's `raw`. */
export interface Attribute extends Readonly<AttributeRange> {
  /** As written, without quotes and not decoded; empty when there is none. */
  readonly rawValue: string;
}

/**
 * One attribute of an open tag; undefined when the tag does not have it. Of a name that is given
 * twice, HTML keeps the first.
 *
 * @param name in lower case
 */
export function findAttribute(token: Token, name: string): Attribute | undefined {
  const { raw } = token;
  const range: AttributeRange = { nameStart: 0, nameEnd: 0, valueStart: 0, valueEnd: 0 };
  let at = scanAttribute(raw, token.name.length + 1, range);
  let seen = 0;
  while (at >= 0 && range.nameEnd > seen) {
    seen = range.nameEnd;
    if (seen - range.nameStart === name.length && hasNameAt(raw, range.nameStart, name)) {
      const rawValue = range.valueStart < 0 ? "" : raw.slice(range.valueStart, range.valueEnd);
      return { ...range, rawValue };
    }
    at = scanAttribute(raw, at, range);
  }
  return undefined;
}

function hasNameAt(raw: string, at: number, name: string): boolean {
  return raw.startsWith(name, at) || raw.slice(at, at + name.length).toLowerCase() === name;
}

/** The decoded value of an attribute; undefined when the tag does not have it. */
export function getAttribute(token: Token, name: string): string | undefined {
  const attribute = findAttribute(token, name);
  return attribute && decodeAttribute(attribute.rawValue);
}

/** Gives an attribute a new value, or adds it behind the last one. */
export function setAttribute(token: Token, name: string, value: string): void {
  const attribute = findAttribute(token, name);
  const written = `${name}="${escapeAttribute(value)}"`;
  if (attribute === undefined) {
    const end = token.raw.length - (token.raw.endsWith("/>") ? 2 : 1);
    token.raw = `${token.raw.slice(0, end).trimEnd()} ${written}${token.raw.slice(end)}`;
    return;
  }
  const { raw } = token;
  token.raw = raw.slice(0, attribute.nameStart) + written + raw.slice(endOf(raw, attribute));
}

/**
 * Gives an attribute that {@link findAttribute} found a value that is escaped already.
 *
 * @param rawValue for a double-quoted attribute
 */
export function replaceValue(token: Token, attribute: Attribute, rawValue: string): void {
  const { raw } = token;
  const { nameStart, nameEnd } = attribute;
  const name = raw.slice(nameStart, nameEnd);
  token.raw = `${raw.slice(0, nameStart)}${name}="${rawValue}"${raw.slice(endOf(raw, attribute))}`;
}

/** Takes an attribute out, with the space before it. Nothing happens when the tag does not have it. */
export function removeAttribute(token: Token, name: string): void {
  const attribute = findAttribute(token, name);
  if (attribute === undefined) return;
  const { raw } = token;
  token.raw = raw.slice(0, attribute.nameStart).trimEnd() + raw.slice(endOf(raw, attribute));
}

/** Index after an attribute and its quote. */
function endOf(raw: string, { nameEnd, valueStart, valueEnd }: Attribute): number {
  if (valueStart < 0) return nameEnd;
  const quote = raw.charAt(valueStart - 1);
  return valueEnd + (quote === '"' || quote === "'" ? 1 : 0);
}

/** Escapes text for a double-quoted attribute, as React does. */
export function escapeAttribute(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
