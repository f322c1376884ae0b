import { describeMissingExport } from "../../../../src/build/loading/missing-import.ts";

/** A static import, as it was compiled. */
export interface StaticImport {
  /** File of the importing module. */
  readonly file: string;
  /** File of the imported module, where it is known. */
  readonly target: string | undefined;
  readonly names: readonly string[];
  readonly namespace: object;
}

/** The first name that a module imports and the other does not export. */
export function findMissing({ names, namespace }: StaticImport): string | undefined {
  return names.find((name) => !(name in namespace));
}

/** The error of an import of a name that is not exported, with its place as bundlers tell it. */
export function missingExportError(
  { file, target }: StaticImport,
  name: string,
  root: string,
): Error {
  const found = describeMissingExport(file, name, target, root);
  const { line = 1, column = 1 } = found;
  return Object.assign(new SyntaxError(found.message), {
    code: "MISSING_EXPORT",
    loc: { file: found.file, line, column: column - 1 },
  });
}
