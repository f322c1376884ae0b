import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";
import { packageName } from "../loading/package-name.ts";
import { createReactCopies } from "../loading/react-copies.ts";
import { buildsOnReactEmail } from "../loading/react-email-files.ts";
import { ownFile } from "../loading/react-email-imports.ts";
import { findPackage, isCommonJs, type PackageFile } from "../package-file.ts";
import { isShared } from "../shared-packages.ts";

/** Always compiled in, so that an email loads the components that it uses and no other. */
const compiledIn = /^(?:@react-email\/|react-email$)/;

/** What Node can load by itself. JSON it loads only with an attribute that the bundler drops. */
const runsInNode = /\.(?:[cm]?js|node)$/;

/** What the id of a module begins with that stands for what Node requires. */
export const requireName = "\0letterpress:require-";

/**
 * Decides what stays an import: React, Letterpress and Node's own modules, and what the project
 * names in its `dependencies` and `peerDependencies`, because production has those. All else is
 * compiled in: `devDependencies`, which production lacks, what those import in turn, sources of
 * the same workspace, and React Email's components.
 *
 * A CommonJS package is loaded with `require`, which gives all names that it exports; Node's
 * `import` gives those that it guesses.
 */
export function externalPackages(emailsDir: string): Plugin {
  const project = findPackage(join(emailsDir, "email.js"));
  const installed = new Set(
    Object.keys({ ...project?.content.dependencies, ...project?.content.peerDependencies }),
  );

  const copies = createReactCopies(() => emailsDir);

  return {
    name: "letterpress:external-packages",
    enforce: "pre",
    async resolveId(id, importer, options) {
      const name = packageName(id);
      if (!importer || name === undefined || isBuiltin(id)) return undefined;
      if (isShared(id) || importer.startsWith(requireName)) return { id, external: true };
      if (compiledIn.test(name) || !installed.has(name) || isCompiledIn(importer)) return undefined;
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      if (!found || found.external || !runsInNode.test(found.id)) return found;
      if (copies.hasAnother(found.id, name)) return found;
      if (importer.includes("/node_modules/") && project) {
        // Another version than the project's own would not be found at run time.
        const own = await this.resolve(id, project.path, { ...options, skipSelf: true }).catch(
          () => undefined,
        );
        if (own?.id !== found.id) return found;
      }
      const owner = findPackage(found.id, name);
      if (!owner || buildsOnReactEmail(owner)) return found;
      if (loadsAsCommonJs(owner, id, name, found.id)) return `${requireName}${id}`;
      return { id: toNodeSpecifier(owner, id, name, found.id), external: true };
    },
    load(id) {
      if (!id.startsWith(requireName)) return undefined;
      return `module.exports = require(${JSON.stringify(id.slice(requireName.length))});\n`;
    },
  };
}

/** What React Email's packages import comes with them, in the version that they were made for. */
function isCompiledIn(importer: string): boolean {
  return importer === ownFile || /\/node_modules\/(?:@react-email|react-email)\//.test(importer);
}

/** Whether Node would load a CommonJS module, where the bundler may have found the ES module. */
function loadsAsCommonJs(owner: PackageFile, id: string, name: string, found: string): boolean {
  const { exports, main = "index.js" } = owner.content;
  // Node reads no `module` field: without `exports`, the main file is what it loads.
  const file = exports === undefined && id === name ? join(dirname(owner.path), main) : found;
  return isCommonJs(file);
}

/** Node wants the ending of a file that lies in a package without `exports`. */
function toNodeSpecifier({ path, content }: PackageFile, id: string, name: string, found: string) {
  if (content.exports !== undefined || id === name) return id;
  return `${name}${found.slice(dirname(path).length)}`;
}
