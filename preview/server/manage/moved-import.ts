import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { normalizePath } from "vite";
import { resolveFile } from "../props/source/resolve-file.ts";
import { findTexts, type SourceText } from "./source-texts.ts";

/** A part of a program and what is to stand there. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A file that goes to another place; absolute paths. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Makes several changes of a text, none of which touch each other. */
export function applyTextEdits(code: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce(
      (text, { start, end, text: now }) => text.slice(0, start) + now + text.slice(end),
      code,
    );
}

/** Whether a text is a path from the file that it is in. */
export function isRelative(text: string): boolean {
  return /^\.\.?(?:\/|$)/.test(text);
}

/** The changes that a file's own relative paths need when it goes to another folder. */
export function relocateOwn(code: string, { from, to }: Move): readonly TextEdit[] {
  if (dirname(from) === dirname(to)) return [];
  const { texts = [] } = findTexts(from, code) ?? {};
  return texts
    .filter(({ value }) => isRelative(value))
    .flatMap((text) => {
      const { value, isModule } = text;
      const target = join(dirname(from), value.replace(/[?#].*$/, ""));
      // A text that only looks like a path stays.
      if (!isModule && !existsSync(target) && !resolveFile(from, value)) return [];
      const isItself = resolveFile(from, value) === from;
      const end = /\/$/.test(value) && !target.endsWith("/") ? "/" : "";
      const rest = /[?#].*$/.exec(value)?.[0] ?? "";
      const now = isItself
        ? specifierOf(value, { from, to }, to)
        : toRelative(dirname(to), target) + end + rest;
      return [editOf(code, text, now)];
    });
}

/** What stands for `value` in an importer once the file that it means has moved. */
export function specifierOf(value: string, { from, to }: Move, importer: string): string {
  const ending = endingOf(value, from);
  return toRelative(dirname(importer), normalizePath(to).replace(/\.\w+$/, ending));
}

/** The ending that a specifier names its file with: that of the file, that of JavaScript, or none. */
export function endingOf(value: string, file: string): string {
  const own = /\.\w+$/.exec(file)?.[0] ?? "";
  const built = own.replace(/t(sx?)$/, "j$1");
  return [own, built, ".js"].find((ending) => ending !== "" && value.endsWith(ending)) ?? "";
}

/** A text in the quotes that it had. */
export function editOf(code: string, { start, end }: SourceText, now: string): TextEdit {
  const quote = code.charAt(start);
  return { start, end, text: quote + now + quote };
}

function toRelative(folder: string, target: string): string {
  const path = normalizePath(relative(folder, target));
  return path.startsWith(".") ? path : `./${path}`;
}
