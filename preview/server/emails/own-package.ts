import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { packagesOf } from "../../../src/build/loading/packages-of.ts";
import { findPackageRoot } from "../package-root.ts";
import { emailEnvironmentName } from "./email-environment.ts";

/** Where this package has its entries: as sources, or built. */
const files = {
  letterpress: ["src/index.ts", "dist/src/index.js"],
  "letterpress/inbox": ["src/inbox/index.ts", "dist/src/inbox/index.js"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * Finds `letterpress` for emails that cannot: those in a folder outside of the project, or in a
 * project that did not install it. Asked only for what Vite itself does not find.
 */
export function ownPackage(): Plugin {
  let root = "";
  return {
    name: "letterpress:own-package",
    applyToEnvironment: (environment) => environment.name === emailEnvironmentName,
    configResolved(config) {
      root = config.root;
    },
    async resolveId(id, importer) {
      if (!isOwnEntry(id)) return undefined;
      const project = packagesOf(root);
      const found = importer === project ? null : await this.resolve(id, project);
      if (found) return found;
      const packageRoot = findPackageRoot();
      return files[id].map((file) => join(packageRoot, file)).find((file) => existsSync(file));
    },
  };
}

function isOwnEntry(id: string): id is keyof typeof files {
  return id in files;
}
