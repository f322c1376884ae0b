import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { codeFrame } from "../../../src/build/code-frame.ts";
import { describeMissingModule } from "../../../src/build/loading/missing-import.ts";
import type { RenderFailure, SourcePlace } from "../../protocol/index.ts";
import { normalPath } from "../normal-path.ts";
import { type ProjectFolders, shownFrames, toPlace } from "./authored-frames.ts";
import type { StackFrame } from "./stack.ts";

interface Place {
  /** Absolute. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const mostStackLines = 12;

/**
 * What the screen says of an error: where in the author's files it struck, and how it came there.
 *
 * @param nearest a place to show when the error itself leads to none
 */
export function describeFailure(
  error: unknown,
  folders: ProjectFolders,
  nearest?: SourcePlace,
): Pick<RenderFailure, "message" | "location" | "codeFrame" | "stack"> {
  const { root } = folders;
  const frames = framesOf(error, folders);
  const own = frames.filter((frame) => !frame.file.includes("/node_modules/"));
  const known = nearest && { ...nearest, file: resolve(root, nearest.file) };
  const { message, place = own[0] ?? known } = explain(error) ?? { message: messageOf(error) };
  const show = (file: string) => normalPath(relative(root, file));
  const others = frames.filter((frame) => !own.includes(frame));
  return {
    message: message.replaceAll(`${root}/`, ""),
    location: place ? toPlace(place, folders) : null,
    codeFrame: place ? frameOf(place) : null,
    stack: [...own, ...others].slice(0, mostStackLines).map(({ name, file, line, column }) => {
      const at = `${show(file)}:${line}:${column}`;
      return name ? `${name} (${at})` : at;
    }),
  };
}

/** Errors of the tools that load a module, which carry their place in ways of their own. */
function explain(error: unknown): { message: string; place?: Place | undefined } | undefined {
  for (const one of chainOf(error)) {
    const first = Array.isArray(one.errors) ? asRecord(one.errors[0]) : undefined;
    const place = placeOf(one) ?? (first && placeOf(first));
    if (place) return { message: firstParagraph(messageOf(first ?? one)), place };
    const missing = explainMissing(messageOf(one));
    if (missing) return missing;
  }
  return undefined;
}

const missingImport =
  /^(?:Failed to load url|Cannot find module|Cannot find package|Failed to resolve import) ["']?(.+?)["']?(?: \(resolved id: .*?\))? (?:in|from|imported from) ["']?(.+?)["']?(?:\. Does the file exist\?|$)/;

function explainMissing(text: string): { message: string; place?: Place | undefined } | undefined {
  const [, specifier, importer] = missingImport.exec(text) ?? [];
  if (specifier === undefined || importer === undefined) return undefined;
  const message = describeMissingModule(specifier);
  const lines = readSource(importer)?.split("\n") ?? [];
  const quoted = new RegExp(`["']${escapeRegExp(specifier)}["']`);
  const index = lines.findIndex((line) => quoted.test(line));
  if (index < 0) return { message };
  const column = (lines[index]?.search(quoted) ?? 0) + 1;
  return { message, place: { file: importer, line: index + 1, column } };
}

function placeOf(error: Record<string, unknown>): Place | undefined {
  const loc = asRecord(error.location ?? error.loc);
  const file = loc?.file ?? error.id;
  if (!loc || typeof file !== "string" || typeof loc.line !== "number") return undefined;
  const column = typeof loc.column === "number" ? loc.column : 0;
  // Vite and Rolldown count columns from 0, our own RenderError from 1.
  return {
    file: resolve(file),
    line: loc.line,
    column: error.location ? column : column + 1,
  };
}

/** An error and what caused it, outermost first. */
function chainOf(error: unknown): Record<string, unknown>[] {
  const chain: Record<string, unknown>[] = [];
  let one = asRecord(error);
  while (one && !chain.includes(one)) {
    chain.push(one);
    one = asRecord(one.cause);
  }
  return chain;
}

/** The innermost cause has the stack that leads to the author's line. */
function framesOf(error: unknown, folders: ProjectFolders): readonly StackFrame[] {
  return chainOf(error)
    .reverse()
    .flatMap(({ stack }) => (typeof stack === "string" ? shownFrames(stack, folders) : []));
}

function frameOf({ file, line, column }: Place): string | null {
  const code = readSource(file);
  return code === undefined ? null : codeFrame(code, line, column);
}

function readSource(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function messageOf(error: unknown): string {
  const message = asRecord(error)?.message;
  const text = typeof message === "string" ? message : String(error);
  return stripVTControlCharacters(text);
}

/** Rolldown draws a picture below its message; ours has a code frame of its own. */
function firstParagraph(message: string): string {
  const [first = ""] = message.split(/\n\s*[╭│]|\n\n/);
  return first.replace(/^\[[A-Z_]+\]\s*/, "").trim();
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)
    : undefined;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
