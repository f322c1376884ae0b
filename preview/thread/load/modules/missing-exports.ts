import { describeRefusal } from "../../../../src/build/loading/import-refusal.ts";

/** A static import, as it was compiled. */
export interface StaticImport {
  /** Id of the importing module. */
  readonly importer: string;
  /** File of the importing module. */
  readonly file: string;
  /** What the compiled module imports. */
  readonly url: string;
  readonly names: readonly string[];
  readonly namespace: object;
}

/** An import of a name that is not exported; the server finds the line. */
export class MissingExportError extends SyntaxError {
  readonly code = "MISSING_EXPORT";
  /** What the server needs to say where it stands. */
  readonly refusedImport: {
    readonly importer: string;
    readonly url: string;
    readonly name: string;
    readonly exported: readonly string[];
  };

  constructor({ file, url, namespace }: StaticImport, name: string) {
    super(describeRefusal({ specifier: url, name }));
    const exported = Object.keys(namespace);
    this.refusedImport = { importer: file, url, name, exported };
  }
}

/** The first name that a module imports and the other does not export. */
export function findMissing({ names, namespace }: StaticImport): string | undefined {
  return names.find((name) => !(name in namespace));
}
