import { findNodeAtLocation, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { PropIssue } from "../../protocol/index.ts";
import { isRecord, type Json, type JsonRecord } from "../../protocol/props/json.ts";
import { encodeName } from "./path.ts";

/** Something wrong with a text that should be props. */
export interface JsonProblem {
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** A text as JSON: its value, or what is wrong with it. */
export type ParsedJson =
  | { readonly ok: true; readonly value: JsonRecord }
  | { readonly ok: false; readonly problems: readonly JsonProblem[] };

/** Reads a text as the JSON of props, each error with its line. */
export function parseJson(text: string): ParsedJson {
  const errors: ParseError[] = [];
  const options = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };
  const root = parseTree(text, errors, options);
  if (errors.length === 0 && root) {
    const value = JSON.parse(text) as Json;
    if (isRecord(value)) return { ok: true, value };
    const message = "Props are an object: { … }";
    return { ok: false, problems: [problemAt(text, root.offset, text.length, message)] };
  }
  const problems = errors.map(({ error, offset, length }) =>
    problemAt(
      text,
      offset,
      offset + length,
      messages[printParseErrorCode(error)] ?? "This is no JSON",
    ),
  );
  // One fault begets others behind it; the first of each line says what to fix.
  const first = problems.filter(
    ({ line }, at) => problems.findIndex((other) => other.line === line) === at,
  );
  return { ok: false, problems: first };
}

/** What a schema refuses, at the lines of a JSON text that it is about. */
export function locateIssues(text: string, issues: readonly PropIssue[]): readonly JsonProblem[] {
  const root = parseTree(text);
  return issues.map(({ path, message }) => {
    const steps = path.map((step) => (typeof step === "string" ? encodeName(step) : step));
    // A part that is missing is told at what lacks it.
    for (let length = steps.length; root && length >= 0; length -= 1) {
      const node = findNodeAtLocation(root, steps.slice(0, length));
      if (!node) continue;
      const name = length < steps.length ? `${path.slice(length).join(".")}: ` : "";
      const end = node.children ? node.offset + 1 : node.offset + node.length;
      return problemAt(text, node.offset, end, name + message);
    }
    return problemAt(text, 0, 0, message);
  });
}

function problemAt(text: string, from: number, to: number, message: string): JsonProblem {
  const start = Math.min(from, text.length);
  const line = text.slice(0, start).split("\n").length;
  return { from: start, to: Math.min(Math.max(to, start), text.length), line, message };
}

const messages: Readonly<Partial<Record<string, string>>> = {
  InvalidSymbol: "This word is no JSON; a text needs double quotes",
  InvalidNumberFormat: "This is no number",
  PropertyNameExpected: "A name in double quotes belongs here",
  ValueExpected: "A value belongs here",
  ColonExpected: "A colon belongs here",
  CommaExpected: "A comma belongs here",
  CloseBraceExpected: "A closing } belongs here",
  CloseBracketExpected: "A closing ] belongs here",
  EndOfFileExpected: "Nothing may follow here",
  InvalidCommentToken: "JSON has no comments",
  UnexpectedEndOfString: "The text has no closing quote",
  UnexpectedEndOfNumber: "The number is not whole",
  InvalidUnicode: "This is no Unicode escape",
  InvalidEscapeCharacter: "This is no escape; a backslash itself is written \\\\",
  InvalidCharacter: "This character must be escaped",
};
