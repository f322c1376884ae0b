import type { ESTree } from "vite";
import type { Vite } from "../load-vite.ts";
import type { ExportVerdict, FileExports } from "./export-verdict.ts";
import { judgeExport } from "./judge-export.ts";
import { isPlainEmail, looksLikeEmail } from "./quick-look.ts";
import { readTopLevel } from "./top-level.ts";

/** Vite's parser. */
export type Parse = Vite["parseSync"];

const emailOnly: FileExports = { standard: { kind: "email" }, named: new Map() };
const nothing: FileExports = { standard: undefined, named: new Map() };

/** JSX, or a call of what JSX is compiled to. */
const elementMaker = /<\/[\w$.]*\s*>|\/>|\b(?:createElement|cloneElement|_?jsxs?|jsxDEV|h)\s*\(/;

/**
 * What a file exports that may be an email. Runs nothing: a default export that is a component or
 * made by `defineEmail`, and named ones that are made by it or have `PreviewProps`.
 *
 * @param path decides the language
 * @param id what the file's email is to be called
 */
export function readExports(parse: Parse, path: string, code: string, id: string): FileExports {
  if (isPlainEmail(code, id)) return emailOnly;
  // A file without any export is not worth taking apart.
  if (!/\bexports?\b/.test(code)) return nothing;
  const program = parseFile(parse, path, code);
  // What is no program is told on its page, if it is meant to be an email.
  if (!program) return looksLikeEmail(code) ? emailOnly : nothing;
  const { names, standard, exported, withPreviewProps } = readTopLevel(program);
  const file = { code, names, makesElements: elementMaker.test(code) };
  const named = new Map<string, ExportVerdict>();
  const defaultName = nameOf(standard);
  for (const [name, local] of exported) {
    const found = names.get(local);
    if (!found || local === defaultName) continue;
    const verdict = judgeExport(found, file, local);
    const isDefined = found.kind === "value" && isDefinition(found.node);
    if (verdict.kind !== "other" && (isDefined || withPreviewProps.has(local))) {
      named.set(name, verdict);
    }
  }
  return { standard: standard && judgeExport(standard, file), named };
}

function parseFile(parse: Parse, path: string, code: string): ESTree.Program | undefined {
  try {
    const { program, errors } = parse(path, code, { lang: path.endsWith(".ts") ? "ts" : "tsx" });
    return errors.length > 0 ? undefined : program;
  } catch {
    return undefined;
  }
}

function isDefinition(node: ESTree.Node): boolean {
  return (
    node.type === "CallExpression" &&
    node.callee.type === "Identifier" &&
    node.callee.name === "defineEmail"
  );
}

/** The local name of a default export, where it has one. */
function nameOf(standard: ReturnType<typeof readTopLevel>["standard"]): string | undefined {
  if (!standard || !("type" in standard)) return undefined;
  if (standard.type === "Identifier") return standard.name;
  return "id" in standard && standard.id && "name" in standard.id
    ? String(standard.id.name)
    : undefined;
}
