import { readFileSync } from "node:fs";
import { posix, relative } from "node:path";
import { defaultOf } from "../bundle/named-email-entries.ts";
import type { OutputFile } from "../bundle/output-file.ts";
import type { FoundEmail } from "../find-emails.ts";
import type { Vite } from "../load-vite.ts";
import { toSlashes } from "../options.ts";
import { nameOutputs } from "../output-names.ts";
import { hasReactEmail6 } from "../react-email-version.ts";
import { isShared } from "../shared-packages.ts";
import { declareJson } from "./declare-json.ts";
import type { Declarations } from "./emit-declarations.ts";
import { findSpecifiers } from "./find-specifiers.ts";
import type { TypeResolver } from "./resolve-types.ts";

/** Folder of the declarations that those of the emails refer to. */
const typesDir = "_types";

/** A declaration and where it goes. */
interface Part {
  readonly content: string;
  /** Path of the source, to find what it names. */
  readonly source: string;
  /** Path below the folder that is built into. */
  readonly path: string;
}

/**
 * Puts the declaration of each email beside its module, and whatever of the project it refers to
 * into a folder of its own, every path made to fit: no alias and no source is needed to read them.
 * Packages stay what they are.
 */
export async function relocateDeclarations(
  vite: Vite,
  root: string,
  emails: readonly FoundEmail[],
  declarations: Declarations,
  resolve: TypeResolver,
): Promise<OutputFile[]> {
  const parts = new Map<string, Part>();
  const files: OutputFile[] = [];
  const names = nameOutputs(emails);
  for (const email of emails) {
    const { id, realPath, exportName } = email;
    const stem = toStem(realPath);
    const content = declarations.get(stem);
    if (content === undefined) {
      throw new Error(`Cannot build types: TypeScript made no declaration of ${id}`);
    }
    const path = `${names.get(id)}.d.ts`;
    if (exportName === "default") {
      parts.set(stem, { content, source: realPath, path });
      continue;
    }
    const target = parts.get(stem)?.path ?? `${typesDir}/${belowRoot(root, stem)}.d.ts`;
    if (!parts.has(stem)) parts.set(stem, { content, source: realPath, path: target });
    files.push({ path, content: defaultOf(email, relativeAddress(path, target)) });
  }

  /** The part that a specifier means, gathered now if it is new; `undefined` for a package. */
  async function follow(specifier: string, from: string): Promise<Part | undefined> {
    if (isShared(specifier)) return undefined;
    const file = await resolve(specifier, from);
    if (file === undefined || file.includes("/node_modules/")) return undefined;
    const stem = toStem(file);
    const known = parts.get(stem);
    if (known) return known;
    const content = declarations.get(stem) ?? readDeclared(file);
    if (content === undefined) return undefined;
    const path = `${typesDir}/${belowRoot(root, stem)}.d.ts`;
    const part = { content, source: file, path };
    parts.set(stem, part);
    return part;
  }

  // A map hands out what is added while it is walked.
  for (const part of parts.values()) {
    files.push({ path: part.path, content: await readdress(vite, root, part, follow) });
  }
  return files;
}

async function readdress(
  vite: Vite,
  root: string,
  part: Part,
  follow: (specifier: string, from: string) => Promise<Part | undefined>,
): Promise<string> {
  let result = "";
  let done = 0;
  for (const { value, start, end } of findSpecifiers(vite, part.content)) {
    const target = await follow(value, part.source);
    const address = target ? relativeAddress(part.path, target.path) : packageAddress(root, value);
    result += part.content.slice(done, start) + JSON.stringify(address);
    done = end;
  }
  return result + part.content.slice(done);
}

function relativeAddress(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to.replace(/\.d\.ts$/, ".js"));
  return path.startsWith(".") ? path : `./${path}`;
}

function packageAddress(root: string, specifier: string): string {
  const isAlias = specifier === "react-email" && !hasReactEmail6(root);
  return isAlias ? "@react-email/components" : specifier;
}

/** A path without the ending that its declaration replaces. Data has none. */
function toStem(file: string): string {
  return file.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, "");
}

/** What stands in the project as a declaration, or as data. */
function readDeclared(file: string): string | undefined {
  if (file.endsWith(".json")) return declareJson(readFileSync(file, "utf8"));
  return /\.d\.[cm]?ts$/.test(file) ? readFileSync(file, "utf8") : undefined;
}

/** A path below `_types`; what lies above the root must not climb out of it. */
function belowRoot(root: string, stem: string): string {
  return toSlashes(relative(root, stem)).replace(/^(?:\.\.\/)+/, (up) =>
    up.replaceAll("..", "_above"),
  );
}
