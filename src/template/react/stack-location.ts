import { fileURLToPath } from "node:url";
import type { SourceLocation } from "../../errors.ts";
import { ownFolder } from "./own-folder.ts";

/**
 * The first place in a stack that is the author's own: not Node's, not a package's, not ours.
 *
 * @param stack a V8 stack or React's component stack
 */
export function findLocation(stack: string | undefined): SourceLocation | undefined {
  // Frames of this folder say how a template was called, not where it failed.
  const own = ownFolder(import.meta.url);
  for (const line of stack?.split("\n") ?? []) {
    const location = readFrame(line);
    if (location && isAuthored(location.file, own)) return location;
  }
  return undefined;
}

/** A place in a template, and the component that it is in. */
export interface ElementPlace {
  readonly component: string | undefined;
  readonly location: SourceLocation;
}

/**
 * The author's own place in the stack that React keeps of an element's making; undefined where none
 * of its frames is the author's.
 *
 * @param bottom name of the function below which frames tell nothing of the element
 */
export function findElementPlace(stack: string, bottom: string): ElementPlace | undefined {
  const lines = stack.split("\n");
  const end = lines.findIndex(
    (line) => line.includes(bottom) || /react[-_]stack[-_]bottom[-_]frame/.test(line),
  );
  const frames = end < 0 ? lines : lines.slice(0, end);
  const location = findLocation(frames.join("\n"));
  if (location === undefined) return undefined;
  // A callback has no name; the component that it is in stands below it.
  const names = frames.map((line) => /^\s*at (?:\w+\.)?([A-Z][\w$]*) \(/.exec(line));
  const own = names.find((match, index) => match && findLocation(frames[index]));
  return { component: own?.[1], location };
}

/** Reads `at name (file:line:column)`; undefined for a line that is none, or names no file. */
function readFrame(line: string): SourceLocation | undefined {
  const match = /^\s*at (?:.* \()?(.+?):(\d+):(\d+)\)?$/.exec(line);
  const [, place, row, column] = match ?? [];
  if (place === undefined) return undefined;
  const file = toPath(place);
  return file === undefined ? undefined : { file, line: Number(row), column: Number(column) };
}

function toPath(place: string): string | undefined {
  // A dev server marks versions of a module in a query: `file.tsx?t=1700000000000`.
  const plain = place.replace(/\?[^/\\]*$/, "");
  if (plain.startsWith("file://")) return fileURLToPath(plain);
  return /^(?:\/|[A-Za-z]:[\\/])/.test(plain) ? plain : undefined;
}

function isAuthored(file: string, own: string | undefined): boolean {
  return !/[\\/]node_modules[\\/]/.test(file) && !(own && file.startsWith(own));
}
