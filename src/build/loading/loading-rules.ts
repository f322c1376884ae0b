import type { Plugin, UserConfig } from "vite";
import type { Vite } from "../load-vite.ts";
import { filesByPath } from "./files-by-path.ts";
import { jsconfigPaths } from "./jsconfig-paths.ts";
import { jsxInJs } from "./jsx-in-js.ts";
import { namedJson } from "./named-json.ts";
import { reactEmailImports } from "./react-email-imports.ts";
import { serverOnly } from "./server-only.ts";
import { staticImports } from "./static-imports.ts";

/** The project whose emails are loaded. The folders may be known only when a module is asked for. */
export interface LoadingProject {
  /** The project's root; absolute, with forward slashes. */
  readonly root: () => string;
  /** The folder of the emails; absolute, with forward slashes. */
  readonly emailsDir: () => string;
  readonly vite: Pick<Vite, "transformWithOxc">;
}

/**
 * The rules that an email is loaded by, no matter what loads it: `letterpress dev`, `export`, the bundle
 * of an export for browsers, and `build`. A rule that holds for one of them belongs here, so that
 * what the preview shows is what is built.
 */
export function loadingRules({ root, emailsDir, vite }: LoadingProject): Plugin[] {
  return [
    filesByPath(root),
    jsconfigPaths(),
    serverOnly(emailsDir),
    staticImports(emailsDir),
    reactEmailImports(root),
    namedJson(root),
    jsxInJs(vite),
  ];
}

/** Two copies of these know nothing of each other's elements and hooks. */
const oneCopy = ["react", "react-dom"];

/**
 * How a specifier becomes a file, no matter what asks: aliases are those of the nearest tsconfig.json.
 *
 * @param own what the project's own Vite config says; it wins
 */
export function loadingResolution(
  own: NonNullable<UserConfig["resolve"]> = {},
): NonNullable<UserConfig["resolve"]> {
  return { tsconfigPaths: true, ...own, dedupe: [...new Set([...oneCopy, ...(own.dedupe ?? [])])] };
}
