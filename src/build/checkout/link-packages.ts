import { existsSync, mkdirSync, readdirSync, realpathSync, symlinkSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { isWithin } from "../../files/is-within.ts";

/** Caches of tools: what is written there belongs to one folder. */
const caches = /^\.(?:cache|vite.*|tmp|package-lock\.json|yarn-state\.yml)$/;

/**
 * Makes the packages of a folder those of another, one link for each. A package of the repository
 * itself, as in a monorepo, is the one of the same checkout: else both sides would show the same.
 *
 * @param from a `node_modules`
 * @param top the repository that it belongs to
 * @param checkout where the repository was checked out
 */
export function linkPackages(from: string, to: string, top: string, checkout: string): void {
  const real = realpathSync(from);
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(real)) {
    if (caches.test(name)) continue;
    if (name.startsWith("@")) {
      mkdirSync(join(to, name), { recursive: true });
      for (const inner of readdirSync(join(real, name))) link(join(name, inner));
    } else link(name);
  }

  function link(name: string): void {
    const path = join(to, name);
    if (existsSync(path)) return;
    const target = targetOf(join(real, name), top, checkout);
    if (target) symlinkSync(target, path, "junction");
  }
}

function targetOf(path: string, top: string, checkout: string): string | undefined {
  let real: string;
  try {
    real = realpathSync(path);
  } catch {
    return undefined;
  }
  const inside = relative(top, real);
  const isOwn = real !== top && isWithin(top, real) && !inside.split(sep).includes("node_modules");
  if (!isOwn) return path;
  const own = join(checkout, inside);
  return existsSync(own) ? own : undefined;
}

/** The nearest `node_modules` above a folder. */
export function packagesAbove(folder: string): string | undefined {
  for (let at = dirname(folder); ; at = dirname(at)) {
    const path = join(at, "node_modules");
    if (existsSync(path)) return path;
    if (at === dirname(at)) return undefined;
  }
}
