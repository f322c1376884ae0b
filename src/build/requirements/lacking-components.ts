import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hasReactEmail6 } from "../react-email-version.ts";
import { findInstalled } from "./find-installed.ts";
import type { Lack } from "./lack.ts";

const components = "@react-email/components";

/** Files that may give React Email's names another meaning. */
const configs = /^(?:tsconfig|jsconfig|vite\.config)[\w.-]*$/;

/**
 * What the emails import of React Email and the project lacks. `react-email` means version 6, or the
 * components of before; a single package is found behind those components.
 *
 * The sources are read only where no package is installed that has all components.
 */
export function findLackingComponents(root: string, emailsDir: string): Lack[] {
  if (findInstalled(components, root)) return [];
  const lacking = importedFrom(emailsDir).filter((name) =>
    name === "react-email" ? !hasReactEmail6(root) : !findInstalled(name, root),
  );
  const [name] = lacking;
  if (name === undefined || isAliased(root)) return [];
  const reason = `an email imports ${name}, which is not installed`;
  const isSuccessor = lacking.every((one) => one === "react-email");
  const add = isSuccessor ? "react-email@6" : `${components}@1`;
  return [{ reason, add, forDevelopment: true }];
}

/** Names of React Email's packages in imports below a folder, in the order of their files. */
function importedFrom(emailsDir: string): string[] {
  if (!existsSync(emailsDir)) return [];
  const names = new Set<string>();
  for (const file of readdirSync(emailsDir, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/\.[cm]?[jt]sx?$/.test(file) || file.includes("node_modules")) continue;
    const text = readFileSync(join(emailsDir, file), "utf8");
    for (const [, name] of text.matchAll(
      /(?:from|import|require\()\s*["'](react-email|@react-email\/[\w-]+)["']/g,
    )) {
      if (name !== undefined) names.add(name);
    }
  }
  return [...names];
}

/** Whether the project's own config speaks of React Email, and may say where it is. */
function isAliased(root: string): boolean {
  return readdirSync(root)
    .filter((file) => configs.test(file))
    .some((file) => /react-email/.test(readFileSync(join(root, file), "utf8")));
}
