import { isRecord, type Json, type JsonRecord, markOf } from "./json.ts";

/** How {@link printCode} writes. */
export interface CodeStyle {
  /** One step to the right. @default two spaces */
  readonly indent?: string;
  /** What every line but the first begins with. @default nothing */
  readonly margin?: string;
  /** @default double */
  readonly quotes?: "double" | "single";
  /** Code for what JSON cannot express, by JSON pointer. @default a comment that says so */
  readonly keep?: (pointer: string) => string;
}

/** Longest line that is not broken. */
const lineLength = 90;

/** Props as an expression of TypeScript. */
export function printCode(value: Json, style: CodeStyle = {}): string {
  const {
    indent = "  ",
    margin = "",
    quotes = "double",
    keep = (pointer) => `undefined /* ${pointer.slice(1)}: not JSON */`,
  } = style;

  function print(part: Json, left: string, room: number): string {
    const plain = printPlain(part);
    if (plain !== undefined) return plain;
    const isList = Array.isArray(part);
    const [open, close] = isList ? "[]" : "{}";
    const entries = isList
      ? part.map((item) => ["", item] as const)
      : Object.entries(part as JsonRecord).map(
          ([name, item]) =>
            [`${printName(name.startsWith("$$") ? name.slice(1) : name, quotes)}: `, item] as const,
        );
    if (entries.length === 0) return `${open}${close}`;
    const space = isList ? "" : " ";
    const flat = entries.map(([name, item]) => name + print(item, left, Number.POSITIVE_INFINITY));
    const line = `${open}${space}${flat.join(", ")}${space}${close}`;
    if (line.length <= room && !line.includes("\n")) return line;
    const inner = left + indent;
    const lines = entries.map(([name, item]) => {
      const rest = lineLength - inner.length - name.length;
      return `${inner}${name}${print(item, inner, rest)},\n`;
    });
    return `${open}\n${lines.join("")}${left}${close}`;
  }

  function printPlain(part: Json): string | undefined {
    if (typeof part === "string") return printText(part, quotes);
    if (typeof part !== "object" || part === null) return String(part);
    const mark = markOf(part);
    const content = mark === undefined ? undefined : (part as JsonRecord)[mark];
    if (mark === "$date") return `new Date(${printText(String(content), quotes)})`;
    if (mark === "$bigint") return `${content}n`;
    if (mark === "$keep") return keep(String(content));
    return mark === "$null" ? "null" : undefined;
  }

  return print(value, margin, isRecord(value) ? lineLength - margin.length : lineLength);
}

/** A name of an object as code, in quotes where it needs them. */
export function printName(name: string, quotes: CodeStyle["quotes"] = "double"): string {
  // Written plainly, it would set the prototype.
  if (name === "__proto__") return `["__proto__"]`;
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : printText(name, quotes);
}

function printText(text: string, quotes: CodeStyle["quotes"]): string {
  const double = JSON.stringify(text);
  if (quotes !== "single" || text.includes("'")) return double;
  return `'${double.slice(1, -1).replaceAll('\\"', '"')}'`;
}
