import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import { bundleOwnSource } from "./bundle-own-source.ts";
import { emailEnvironmentName } from "./email-environment.ts";

const entries = new Map([
  ["letterpress", "src/index.ts"],
  ["letterpress/inbox", "src/inbox/index.ts"],
]);

/** What the module graph knows a bundled entry of this package by. */
export function ownSourceIds(packageRoot: string): readonly string[] {
  return [...entries.values()].map((entry) => idOf(packageRoot, entry));
}

/**
 * Where this package is run from its sources, gives each of its entries to the emails as one
 * module that Node loads by itself. Installed from a registry, it is such a module already, and
 * this plugin has nothing to do.
 */
export function ownSource(packageRoot: () => string): Plugin {
  return {
    name: "letterpress:own-source",
    enforce: "pre",
    applyToEnvironment: (environment) => environment.name === emailEnvironmentName,
    async resolveId(specifier, importer, options) {
      const entry = entries.get(specifier);
      const root = packageRoot();
      if (entry === undefined || !existsSync(`${root}/${entry}`)) return undefined;
      const found = await this.resolve(specifier, importer, { ...options, skipSelf: true });
      // What was built of the sources, and may be older than they are, is not meant here.
      const own = [`${root}/${entry}`, `${root}/dist/${entry.replace(/\.ts$/, ".js")}`];
      return found && own.includes(found.id) ? idOf(root, entry) : found;
    },
    async load(id) {
      const entry = [...entries.values()].find((one) => id === idOf(packageRoot(), one));
      if (entry === undefined) return undefined;
      const url = pathToFileURL(await bundleOwnSource(packageRoot(), entry));
      // Vite leaves the content of a data: address to Node, and would read a file itself.
      const native = `export * from ${JSON.stringify(url.href)};`;
      const address = `data:text/javascript,${encodeURIComponent(native)}`;
      return { code: `export * from ${JSON.stringify(address)};\n`, map: { mappings: "" } };
    },
  };
}

function idOf(packageRoot: string, entry: string): string {
  return `${packageRoot}/${entry.replace(/\.ts$/, ".bundle.js")}`;
}
