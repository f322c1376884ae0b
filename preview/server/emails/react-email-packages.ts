import type { Plugin } from "vite";
import { asFile } from "../../../src/build/loading/as-file.ts";
import { packagesOf } from "../../../src/build/loading/packages-of.ts";
import { emailEnvironmentName } from "./email-environment.ts";
import { nodeAddress } from "./node-packages.ts";
import { createPackageOfName } from "./package-of-name.ts";
import type { Find, ReactEmailCopies } from "./react-email-copies.ts";
import { splitImports } from "./split-imports.ts";

/** What exports all of React Email's components: of version 6, and of those before. */
const barrels = ["react-email", "@react-email/components"] as const;
type Barrel = (typeof barrels)[number];

const fileOnly = { custom: { [asFile]: true } };

/**
 * Lets emails load fast.
 *
 * `import { Html } from "@react-email/components"` becomes an import of the one package, or of
 * version 6 the one file, that has `Html`: the barrel takes most of a second, with a highlighter and
 * a Markdown parser, for what a component by itself gives in milliseconds.
 */
export function reactEmailPackages(copies: ReactEmailCopies): Plugin {
  const partsOf = new Map<Barrel, Promise<ReturnType<typeof createPackageOfName> | undefined>>();
  let root = "";

  async function findParts(
    barrel: Barrel,
    find: Find,
  ): Promise<ReturnType<typeof createPackageOfName> | undefined> {
    const file = await find(barrel, packagesOf(root));
    if (file === undefined) return undefined;
    return createPackageOfName(
      file,
      (specifier) => find(specifier, file),
      async (specifier) => {
        const own = await find(specifier, file);
        return own && nodeAddress(await copies(own, find));
      },
    );
  }

  return {
    name: "letterpress:react-email-packages",
    applyToEnvironment: (environment) => environment.name === emailEnvironmentName,
    configResolved(config) {
      root = config.root;
    },
    async transform(code) {
      if (!/["'](?:@react-email\/components|react-email)["']/.test(code)) return undefined;
      const find: Find = async (specifier, importer) =>
        (await this.resolve(specifier, importer, fileOnly))?.id;
      const partOf = async (name: string, specifier: string) => {
        const barrel = barrels.find((one) => one === specifier);
        if (!barrel) return undefined;
        const parts = partsOf.get(barrel) ?? findParts(barrel, find);
        partsOf.set(barrel, parts);
        return (await parts)?.(name);
      };
      const isBarrel = (specifier: string) => barrels.some((one) => one === specifier);
      return { code: await splitImports(code, isBarrel, partOf), map: null };
    },
  };
}
