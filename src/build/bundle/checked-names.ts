import { isBuiltin } from "node:module";
import { relative } from "node:path";
import type { Plugin } from "vite";
import { codeFrame } from "../code-frame.ts";
import { describeMissingExport } from "../loading/missing-import.ts";
import { isReactEmail } from "../loading/react-email-files.ts";
import { toSlashes } from "../options.ts";
import { isCommonJs } from "../package-file.ts";
import type { BuildProblem } from "../problem.ts";
import { requireName } from "./external-packages.ts";
import { findMissingNames, type NamesInNode } from "./missing-names.ts";

/** Names that the project's files import from what the bundler does not look into. */
export interface CheckedNames {
  readonly plugin: Plugin;
  /** Asks Node which of the names are not there. */
  problems(): Promise<readonly BuildProblem[]>;
}

interface ImportedNames extends NamesInNode {
  readonly importer: string;
  /** The file, where it is one of the project's own. */
  readonly file: string | undefined;
}

/**
 * Checks names where a bundler does not: those of packages that stay imports, of Node's own modules
 * and of CommonJS. It would give `undefined` for a name that is not there, and Node would refuse it
 * only when the app starts.
 *
 * @param root the project
 */
export function checkedNames(root: string): CheckedNames {
  const imported: ImportedNames[] = [];
  return {
    plugin: {
      name: "letterpress:checked-names",
      enforce: "post",
      async transform(code, id) {
        const [importer = ""] = id.split("?");
        if (
          id.startsWith("\0") ||
          id.includes("/node_modules/") ||
          !/\.[cm]?[jt]sx?$/.test(importer)
        )
          return;
        for (const statement of this.parse(code).body) {
          if (statement.type !== "ImportDeclaration") continue;
          const specifier = statement.source.value;
          const names = statement.specifiers.flatMap((one) =>
            one.type === "ImportSpecifier"
              ? "name" in one.imported
                ? one.imported.name
                : one.imported.value
              : one.type === "ImportDefaultSpecifier"
                ? "default"
                : [],
          );
          if (names.length === 0 || isReactEmail(specifier)) continue;
          const found = isBuiltin(specifier)
            ? { id: specifier, external: true }
            : await this.resolve(specifier, importer);
          const target = found && targetOf(found);
          if (target) imported.push({ importer, names, ...target });
        }
      },
    },
    async problems() {
      const missing = await findMissingNames(imported, root);
      return missing.flatMap((names, index) =>
        names.map((name) => toProblem(imported[index], name, root)),
      );
    },
  };
}

/** How Node gets at the names of a module; `undefined` where the bundler knows them. */
function targetOf({
  id,
  external,
}: {
  readonly id: string;
  readonly external?: unknown;
}): Pick<ImportedNames, "target" | "isRequired" | "file"> | undefined {
  if (id.startsWith(requireName)) {
    return { target: id.slice(requireName.length), isRequired: true, file: undefined };
  }
  if (external) return { target: id, isRequired: false, file: undefined };
  if (!/\.c?js$/.test(id) || !isCommonJs(id)) return undefined;
  return { target: id, isRequired: true, file: id };
}

function toProblem(one: ImportedNames | undefined, name: string, root: string): BuildProblem {
  const importer = one?.importer ?? "";
  const { message, line, column, source } = describeMissingExport(importer, name, one?.file, root);
  const frame = line && column ? (codeFrame(source, line, column) ?? undefined) : undefined;
  return { message, file: toSlashes(relative(root, importer)), line, column, frame };
}
