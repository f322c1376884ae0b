import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { normalizePath, type Plugin } from "vite";
import { emailEnvironmentName } from "./email-environment.ts";

const entries = ["src/index.ts", "src/inbox/index.ts"];

/**
 * Where this package is run from its sources, gives each of its entries to the emails as one
 * module: two hundred files one by one would take most of the time that a start takes. Installed
 * from a registry it is built already, and this plugin has nothing to do.
 */
export function ownSource(packageRoot: () => string): Plugin {
  return {
    name: "letterpress:own-source",
    applyToEnvironment: (environment) => environment.name === emailEnvironmentName,
    async load(id) {
      if (!id.endsWith("/index.ts") || !existsSync(id)) return undefined;
      const root = packageRoot();
      if (!entries.some((entry) => id === `${root}/${entry}`)) return undefined;
      const { build } = await import("esbuild");
      const { outputFiles, metafile } = await build({
        entryPoints: [id],
        absWorkingDir: root,
        // Written nowhere: it says what the source map is relative to.
        outfile: join(dirname(id), "index.js"),
        ...{ bundle: true, packages: "external", platform: "node", format: "esm" },
        ...{ sourcemap: "external", metafile: true, write: false, logLevel: "silent" },
      });
      // A change in any of them is one in the entry.
      for (const input of Object.keys(metafile.inputs)) {
        this.addWatchFile(normalizePath(resolve(root, input)));
      }
      const text = (ending: string) =>
        outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
      return { code: text(".js"), map: text(".js.map") };
    },
  };
}
