import type { OutputFile } from "../bundle/output-file.ts";
import type { FoundEmail } from "../find-emails.ts";
import type { Vite } from "../load-vite.ts";
import type { ResolvedOptions } from "../options.ts";
import type { BuildProblem } from "../problem.ts";
import { emitDeclarations } from "./emit-declarations.ts";
import { findTypeScript } from "./find-typescript.ts";
import { relocateDeclarations } from "./relocate-declarations.ts";
import { createTypeResolver } from "./resolve-types.ts";

/** Declarations of all emails, or what is wrong with their types. */
export interface TypesBuilt {
  readonly files: readonly OutputFile[];
  readonly problems: readonly BuildProblem[];
  readonly warnings: readonly BuildProblem[];
}

/**
 * Declares each email with the project's own TypeScript, whichever version that is, and gathers
 * the declarations with all those of the project that they refer to, so that the folder stands
 * by itself.
 */
export async function buildTypes(
  vite: Vite,
  options: ResolvedOptions,
  emails: readonly FoundEmail[],
): Promise<TypesBuilt> {
  const typescript = findTypeScript(options.root);
  if (typescript === undefined) {
    const message = "no types are written: TypeScript is not installed in the project";
    return { files: [], problems: [], warnings: [{ message }] };
  }
  const { declarations, problems, warnings } = await emitDeclarations(typescript, options, emails);
  if (problems.length > 0) return { files: [], problems, warnings };
  const resolve = await createTypeResolver(vite, options);
  const files = await relocateDeclarations(vite, options.root, emails, declarations, resolve);
  return { files, problems: [], warnings };
}
