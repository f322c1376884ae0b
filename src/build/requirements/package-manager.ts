import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readPackage } from "../package-file.ts";

/** A program that installs packages. */
export type PackageManager = "npm" | "pnpm" | "yarn" | "bun";

const lockFiles: Readonly<Record<PackageManager, readonly string[]>> = {
  npm: ["package-lock.json", "npm-shrinkwrap.json"],
  pnpm: ["pnpm-lock.yaml"],
  yarn: ["yarn.lock"],
  bun: ["bun.lock", "bun.lockb"],
};

const managers = ["npm", "pnpm", "yarn", "bun"] as const;

/**
 * What a project installs its packages with: by the nearest lock file upwards, or else by the
 * `packageManager` of its `package.json`.
 *
 * @returns `"npm"` where nothing tells
 */
export function findPackageManager(root: string): PackageManager {
  for (let folder = root; ; folder = dirname(folder)) {
    const locked = managers.find((manager) =>
      lockFiles[manager].some((file) => existsSync(join(folder, file))),
    );
    if (locked) return locked;
    const named = readPackage(join(folder, "package.json"))?.content.packageManager;
    const manager = managers.find((one) => named?.startsWith(`${one}@`));
    if (manager) return manager;
    if (folder === dirname(folder)) return "npm";
  }
}

/** The command that adds packages, such as `pnpm add --save-dev vite@8`. */
export function addCommand(
  manager: PackageManager,
  packages: readonly string[],
  forDevelopment: boolean,
): string {
  const dev = { npm: "--save-dev", pnpm: "--save-dev", yarn: "--dev", bun: "--dev" }[manager];
  const verb = manager === "npm" ? "install" : "add";
  return [manager, verb, ...(forDevelopment ? [dev] : []), ...packages].join(" ");
}
