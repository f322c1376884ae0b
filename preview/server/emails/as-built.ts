import { type Plugin, transformWithOxc } from "vite";
import { jsxInJs } from "../../../src/build/bundle/jsx-in-js.ts";
import { staticImports } from "../../../src/build/bundle/static-imports.ts";
import { emailEnvironmentName } from "./email-environment.ts";

/**
 * Reads the project's files as `letterpress build` does: JSX in `.js`, and images of the static
 * folder by their address.
 */
export function asBuilt(emailsDir: () => string): Plugin[] {
  return [jsxInJs({ transformWithOxc }), staticImports(emailsDir)].map((plugin) => ({
    ...plugin,
    applyToEnvironment: (environment) => environment.name === emailEnvironmentName,
  }));
}
