import { isBuiltin } from "node:module";
import type { Plugin } from "vite";
import { asFile } from "../../../src/build/loading/as-file.ts";
import { packageName } from "../../../src/build/loading/package-name.ts";
import { createReactCopies } from "../../../src/build/loading/react-copies.ts";
import {
  buildsOnReactEmail,
  isReactEmail,
  isReactEmailFile,
} from "../../../src/build/loading/react-email-files.ts";
import { findPackage } from "../../../src/build/package-file.ts";
import { isShared } from "../../../src/build/shared-packages.ts";
import { emailEnvironmentName } from "./email-environment.ts";
import type { ReactEmailCopies } from "./react-email-copies.ts";

/** Vite takes what begins like a web address for none of its business, and so lets it through. */
const scheme = "package://";

/** What Node can load by itself. */
const runsInNode = /\.[cm]?js$/;

/**
 * Leaves packages to Node, which loads them faster, and loads them as it will in production. All
 * that is not one of Node's modules was found by the rules that a build finds it by.
 *
 * Of React Email, Node gets the files that a build compiles in, with the Tailwind that works; and a
 * package that is made of React Email's components is compiled, so that it gets the same.
 *
 * @param emailsDir the folder of the emails
 * @param reactEmail what stands for a file of React Email
 */
export function nodePackages(emailsDir: () => string, reactEmail: ReactEmailCopies): Plugin {
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
      if (isReactEmail(id) && isReactEmailFile(file)) {
        const find = async (specifier: string, from: string) =>
          (await this.resolve(specifier, from, { custom: { [asFile]: true } }))?.id;
        return { id: nodeAddress(await reactEmail(file, find)), external: true };
      }
      if (copies.hasAnother(file, name)) return found;
      const owner = isShared(id) ? undefined : findPackage(file);
      if (owner && buildsOnReactEmail(owner)) return found;
      return { id: nodeAddress(id), external: true };
    },
  };
}

/** What a compiled module imports, so that Node gets it: a specifier, or the address of a file. */
export function nodeAddress(specifier: string): string {
  return scheme + specifier;
}

/** What Node is to load for an address of {@link nodePackages}; `undefined` for any other. */
export function nodeSpecifier(url: string): string | undefined {
  return url.startsWith(scheme) ? url.slice(scheme.length) : undefined;
}
