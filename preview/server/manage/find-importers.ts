import { basename } from "node:path";
import { resolveFile } from "../props/source/resolve-file.ts";
import { isRelative } from "./moved-import.ts";
import type { ProjectSource } from "./project-sources.ts";
import { findTexts, type SourceText } from "./source-texts.ts";

/** Files that name a file by its path. */
export interface Importer extends ProjectSource {
  /** Where; those that an alias leads through are not relative. */
  readonly texts: readonly SourceText[];
}

/** Finds what a specifier means that is no relative path. @returns absolute; undefined: nothing here */
export type ResolveAlias = (specifier: string, importer: string) => Promise<string | undefined>;

/**
 * Finds who names a file by its path: imports, exports, types, `require`, and any other text that is
 * the path from where it stands.
 *
 * @param sources what is looked through; the file itself is left out
 */
export async function findImporters(
  file: string,
  sources: readonly ProjectSource[],
  resolveAlias: ResolveAlias,
): Promise<readonly Importer[]> {
  const found: Importer[] = [];
  const aliases = await findAliases(file, sources, resolveAlias);
  const names = [...namesOf(file), ...aliases];
  for (const source of sources) {
    if (source.path === file || !names.some((name) => source.code.includes(name))) continue;
    const texts: SourceText[] = [];
    for (const text of findTexts(source.path, source.code)?.texts ?? []) {
      const { value, isModule } = text;
      if (
        isRelative(value)
          ? resolveFile(source.path, value) === file
          : isModule && aliases.has(value)
      ) {
        texts.push(text);
      }
    }
    if (texts.length > 0) found.push({ ...source, texts });
  }
  return found;
}

/** Names of modules that are no relative paths, nor Node's own; each stands in quotes. */
const otherModule = /\b(?:from|import|require)\s*\(?\s*["'`](?!\.|\/|node:)([^"'`\s]+)["'`]/g;

/** What else a file is called in the project, by tsconfig.json, package.json or Vite's config. */
async function findAliases(
  file: string,
  sources: readonly ProjectSource[],
  resolveAlias: ResolveAlias,
): Promise<ReadonlySet<string>> {
  const users = new Map<string, string>();
  for (const { path, code } of sources) {
    for (const [, name = ""] of code.matchAll(otherModule))
      if (!users.has(name)) users.set(name, path);
  }
  const aliases = new Set<string>();
  for (const [name, user] of users) {
    const target = await resolveAlias(name, user).catch(() => undefined);
    if (target === file) aliases.add(name);
  }
  return aliases;
}

/** What stands in every path to a file: its name without the ending, or its folder's for an index. */
function namesOf(file: string): readonly string[] {
  const name = basename(file).replace(/\.\w+$/, "");
  return name === "index" ? [basename(file.replace(/\/[^/]*$/, "")), "."] : [name];
}
