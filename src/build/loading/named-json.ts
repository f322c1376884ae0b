import { relative } from "node:path";
import type { Plugin } from "vite";
import { toSlashes } from "../options.ts";

/** Refuses broken JSON with the name of its file, which the bundler leaves out. */
export function namedJson(root: () => string): Plugin {
  return {
    name: "letterpress:named-json",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith(".json") || id.includes("/node_modules/")) return;
      try {
        JSON.parse(code);
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        this.error({ message: `${toSlashes(relative(root(), id))} is not JSON: ${reason}`, id });
      }
    },
  };
}
