import { trimOctets } from "./octets.ts";

/** A field of the form `value; name=value`, an octet for each character. */
export interface Parameterized {
  /** In lower case, without comments; empty where the field begins with a parameter. */
  readonly value: string;
  /** In their order, names in lower case, values without their quotes. */
  readonly parameters: readonly Parameter[];
}

/** One parameter: `filename*0*=…` is `filename*0*`. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/** More than these no client writes. */
const maxParameters = 1_000;

const valueAtStart = /^[ \t]*([^ \t;,="()]*)/;

const assignment = /[ \t,;]*([^ \t;="]+)[ \t]*=[ \t]*/y;

/** What follows the quote that ends a value, and not one that a client forgot to escape. */
const afterQuote = /[ \t]*(?:$|[;,(]|[\w*-]+[ \t]*=)/y;

/**
 * Reads a field such as Content-Type. Takes what clients write instead of the grammar: values with
 * spaces and no quotes, quotes inside quotes, missing semicolons.
 *
 * @see RFC 2045 §5.1, RFC 2183 §2
 */
export function readParameters(field: string): Parameterized {
  const start = valueAtStart.exec(field);
  const isParameter = /^[ \t]*=/.test(field.slice(start?.[0].length ?? 0));
  const value = isParameter ? "" : (start?.[1] ?? "").toLowerCase();
  const parameters: Parameter[] = [];
  let at = isParameter ? 0 : skipComments(field, start?.[0].length ?? 0);
  while (at < field.length && parameters.length < maxParameters) {
    assignment.lastIndex = at;
    const found = assignment.exec(field);
    if (!found) {
      // Nothing that can be assigned: on behind the next semicolon.
      const next = field.indexOf(";", at + 1);
      if (next < 0) break;
      at = next + 1;
      continue;
    }
    const valueAt = assignment.lastIndex;
    const [end, written] =
      field[valueAt] === '"' ? readQuoted(field, valueAt) : readBare(field, valueAt);
    parameters.push({ name: (found[1] ?? "").toLowerCase(), value: written });
    at = end;
  }
  return { value, parameters };
}

function readQuoted(field: string, start: number): readonly [end: number, value: string] {
  let value = "";
  let from = start + 1;
  for (let at = from; at < field.length; at += 1) {
    const character = field[at];
    const next = field[at + 1];
    if (character === "\\" && (next === '"' || next === "\\")) {
      // Other characters are not escaped in practice: the backslash is a path's.
      value += field.slice(from, at);
      from = at + 1;
      at += 1;
    } else if (character === '"') {
      afterQuote.lastIndex = at + 1;
      if (!afterQuote.test(field)) continue;
      return [skipComments(field, at + 1), value + field.slice(from, at)];
    }
  }
  return [field.length, value + field.slice(from)];
}

function readBare(field: string, start: number): readonly [end: number, value: string] {
  const found = field.indexOf(";", start);
  const end = found < 0 ? field.length : found;
  return [end, trimOctets(field.slice(start, end))];
}

function skipComments(field: string, start: number): number {
  let at = start;
  let depth = 0;
  for (; at < field.length; at += 1) {
    const character = field[at];
    if (character === "(") depth += 1;
    else if (character === ")" && depth > 0) depth -= 1;
    else if (depth === 0 && character !== " " && character !== "\t") break;
  }
  return depth > 0 ? start : at;
}
