import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Rolldown } from "vite";
import { codeFrame } from "../code-frame.ts";
import type { Vite } from "../load-vite.ts";
import { describeMissingExport, describeMissingModule } from "../loading/missing-import.ts";
import { toSlashes } from "../options.ts";
import type { BuildProblem } from "../problem.ts";
import { type Place, sourcePlace } from "./source-place.ts";

/** What the bundler said, as a warning or as one of the errors that ended it. */
export type BundlerLog = Pick<Rolldown.RolldownLog, "message" | "code" | "id" | "loc">;

/** Each thing that made the bundler give up. */
export function logsOfError(error: unknown): readonly BundlerLog[] {
  const { errors } = error as { readonly errors?: readonly BundlerLog[] };
  return errors ?? [error as BundlerLog];
}

/** Whether a warning means that what was built could not load. */
export function isFatal({ code }: BundlerLog): boolean {
  return code === "UNRESOLVED_IMPORT";
}

/** Whether the bundler speaks of the project's own files: not of itself, nor of a package. */
export function isOfProject({ loc, id, message }: BundlerLog): boolean {
  const paths = [loc?.file, id, drawnPlace.exec(stripVTControlCharacters(message))?.[1]].filter(
    (path) => path !== undefined,
  );
  return paths.length > 0 && !paths.some((path) => path.includes("node_modules/"));
}

/** The place as the bundler draws it: `╭─[ emails/welcome.tsx:3:10 ]`. */
const drawnPlace = /\[ (.+?):(\d+):(\d+) \]/;

const missingName = /"(.+?)" is not exported by "(.+?)"/;

/** Says what the bundler said of a file in terms of its source. */
export async function toProblem(vite: Vite, root: string, log: BundlerLog): Promise<BuildProblem> {
  const text = stripVTControlCharacters(log.message ?? String(log));
  const [summary = ""] = text.split("\n");
  const drawn = drawnPlace.exec(text);
  const path = (log.loc?.file ?? log.id ?? drawn?.[1])?.replace(/\?.*$/, "");
  const said = summary.replace(/^\[[^\]]+\] /, "");
  const message = toMessage(said);
  if (path === undefined) return { message };
  // The bundler draws paths from the working directory, wherever the project is.
  const absolute = toSlashes(resolve(path));
  const file = toSlashes(relative(root, absolute));
  const [, name, target] = missingName.exec(said) ?? [];
  if (name !== undefined && target !== undefined) {
    return missingExport(root, absolute, name, toSlashes(resolve(target)));
  }
  const source = read(absolute);
  const told = drawn ? { line: Number(drawn[2]), column: Number(drawn[3]) } : placeOf(log);
  if (source === undefined || told === undefined) return { message, file };
  // Plugins speak of the source; what comes after them, of what they made of it.
  const isOfSource = log.code === "PLUGIN_ERROR";
  const place = isOfSource ? told : await sourcePlace(vite, absolute, source, told);
  const frame = codeFrame(source, place.line, place.column) ?? undefined;
  return { message, file, ...place, frame };
}

function missingExport(root: string, file: string, name: string, target: string): BuildProblem {
  const { message, line, column, source } = describeMissingExport(file, name, target, root);
  const frame = line && column ? (codeFrame(source, line, column) ?? undefined) : undefined;
  return { message, file: toSlashes(relative(root, file)), line, column, frame };
}

/** A log of a name that a file does not export: who imports it, and from where. */
function missingOf({
  message,
  id,
  loc,
}: BundlerLog): { importer: string; key: string } | undefined {
  const [, name, target] = missingName.exec(stripVTControlCharacters(message ?? "")) ?? [];
  const importer = loc?.file ?? id;
  if (name === undefined || target === undefined || importer === undefined) return undefined;
  return { importer: `${name} ${resolve(importer)}`, key: `${name} ${resolve(target)}` };
}

/** The logs without those that only follow: of a name that the file in between lacks itself. */
export function withoutConsequences(logs: readonly BundlerLog[]): readonly BundlerLog[] {
  const importers = new Set(logs.map((log) => missingOf(log)?.importer));
  return logs.filter((log) => {
    const missing = missingOf(log);
    return missing === undefined || !importers.has(missing.key);
  });
}

function placeOf({ loc }: BundlerLog): Place | undefined {
  return loc && { line: loc.line, column: loc.column + 1 };
}

function toMessage(summary: string): string {
  const specifier = /^Could not resolve '(.+?)'/.exec(summary)?.[1];
  return specifier === undefined ? summary : describeMissingModule(specifier);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
