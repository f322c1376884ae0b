import { isBuiltin } from "node:module";
import type { Plugin } from "vite";
import { packageName } from "../../../src/build/loading/package-name.ts";
import { createReactCopies } from "../../../src/build/loading/react-copies.ts";
import { emailEnvironmentName } from "./email-environment.ts";

/** Vite takes what begins like a web address for none of its business, and so lets it through. */
const scheme = "package://";

/** Among the custom options of a resolution: to be told the file, for it is to be read. */
export const asFile = "letterpress:as-file";

/** What Node can load by itself. */
const runsInNode = /\.[cm]?js$/;

/**
 * Leaves packages to Node, which loads them faster, and loads them as it will in production. All
 * that is not one of Node's modules was found by the rules that a build finds it by.
 */
export function nodePackages(emailsDir: () => string): Plugin {
  const copies = createReactCopies(emailsDir);
  return {
    name: "letterpress:node-packages",
    enforce: "pre",
    applyToEnvironment: (environment) => environment.name === emailEnvironmentName,
    async resolveId(id, importer, options) {
      const name = packageName(id);
      if (!importer || name === undefined || isBuiltin(id)) return undefined;
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      if (!found || found.external || options.custom?.[asFile] === true) return found;
      const [file = ""] = found.id.split("?");
      if (file !== found.id || !runsInNode.test(file) || !file.includes("/node_modules/")) {
        return found;
      }
      if (copies.hasAnother(file, name)) return found;
      return { id: scheme + id, external: true };
    },
  };
}

/** What Node is to load for an address of {@link nodePackages}; `undefined` for any other. */
export function nodeSpecifier(url: string): string | undefined {
  return url.startsWith(scheme) ? url.slice(scheme.length) : undefined;
}
