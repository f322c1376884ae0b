import { join } from "node:path";
import type { Plugin } from "vite";
import { hasReactEmail6 } from "../../../src/build/react-email-version.ts";
import { emailEnvironmentName } from "./email-environment.ts";
import { asFile } from "./node-packages.ts";
import { createPackageOfName } from "./package-of-name.ts";
import { splitImports } from "./split-imports.ts";

const barrel = "@react-email/components";
/** Where React Email 6 keeps its components; where it is not installed, {@link barrel} has them. */
const successor = "react-email";

const fileOnly = { custom: { [asFile]: true } };

/**
 * Lets emails load fast, and old and new imports of React Email work.
 *
 * `import { Html } from "@react-email/components"` becomes an import of the one package that has
 * `Html`: the barrel takes most of a second, with a highlighter and a Markdown parser, for what a
 * component's own package gives in milliseconds. And `react-email`, where it is not installed,
 * means `@react-email/components`.
 */
export function reactEmailPackages(): Plugin {
  let root = "";
  let packageOfName: ReturnType<typeof createPackageOfName> | undefined;
  let successorInstalled = false;

  return {
    name: "letterpress:react-email-packages",
    applyToEnvironment: (environment) => environment.name === emailEnvironmentName,
    configResolved(config) {
      root = config.root;
      successorInstalled = hasReactEmail6(root);
    },
    async resolveId(id, importer) {
      // Asked only for what Vite itself does not find.
      if (id === successor) return this.resolve(barrel, importer);
      if (!id.startsWith("@react-email/") || id === barrel) return undefined;
      // A package manager that does not hoist hides the single packages behind the barrel.
      const from = await this.resolve(barrel, join(root, "package.json"), fileOnly);
      return from && from.id !== importer ? this.resolve(id, from.id) : undefined;
    },
    async transform(code, id) {
      if (
        id.includes("/node_modules/") ||
        !/["'](?:@react-email\/components|react-email)["']/.test(code)
      ) {
        return undefined;
      }
      if (!packageOfName) {
        const from = await this.resolve(barrel, join(root, "package.json"), fileOnly);
        if (!from) return undefined;
        const resolve = async (specifier: string) =>
          (await this.resolve(specifier, from.id, fileOnly))?.id;
        packageOfName = createPackageOfName(from.id, resolve);
      }
      const isBarrel = (specifier: string) =>
        specifier === barrel || (specifier === successor && !successorInstalled);
      return { code: await splitImports(code, isBarrel, packageOfName), map: null };
    },
  };
}
