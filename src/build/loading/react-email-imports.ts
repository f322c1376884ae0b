import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { hasReactEmail6 } from "../react-email-version.ts";
import { tailwindCompilerFile } from "../tailwind/compiler-file.ts";
import { asFile } from "./as-file.ts";
import { packagesOf } from "./packages-of.ts";

const components = "@react-email/components";

/** Where this package finds what it depends on. */
export const ownFile = fileURLToPath(import.meta.url);

/**
 * Lets old and new imports of React Email work, whatever is installed.
 *
 * `react-email` means `@react-email/components` where version 6 is not installed; the single
 * packages are found behind it where a package manager does not hoist; and what the project
 * itself lacks is taken from this package's own dependencies.
 *
 * Tailwind's component gets the compiler that it works with, 4.3.2: from 4.3.3 on it inlines
 * `dark:` and `md:` variants unconditionally.
 */
export function reactEmailImports(root: () => string): Plugin {
  return {
    name: "letterpress:react-email-imports",
    enforce: "pre",
    async resolveId(id, importer, options) {
      const find = (name: string, from: string | undefined) =>
        this.resolve(name, from, { ...options, skipSelf: true });
      if (
        id === "tailwindcss" &&
        importer &&
        /\/(?:@react-email\/tailwind|react-email)\//.test(importer)
      ) {
        return tailwindCompilerFile();
      }
      if (id === "react-email" && !hasReactEmail6(root())) {
        return (await find(components, importer)) ?? find(components, ownFile);
      }
      if (!id.startsWith("@react-email/")) return undefined;
      const found = await find(id, importer);
      if (found) return found;
      for (const from of [packagesOf(root()), ownFile]) {
        const barrel = await this.resolve(components, from, {
          ...{ ...options, skipSelf: true },
          // The packages behind it are looked for from where it lies.
          custom: { ...options.custom, [asFile]: true },
        });
        if (id === components && barrel) return find(components, from);
        const behind = barrel && (await find(id, barrel.id));
        if (behind) return behind;
      }
      return undefined;
    },
  };
}
