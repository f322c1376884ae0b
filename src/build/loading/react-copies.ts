import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { findPackage, type PackageFile } from "../package-file.ts";
import { isShared } from "../shared-packages.ts";

/** Tells packages that would load a React of their own. */
export interface ReactCopies {
  /**
   * Whether a package, or one that it depends on, finds another copy of React than the emails do.
   * Loaded by Node it would run on that copy, which knows nothing of the other's hooks and elements;
   * so it is compiled, and gets the emails' copy.
   *
   * @param file a file of the package
   */
  hasAnother(file: string, name: string): boolean;
}

/** @param emailsDir gives the folder of the emails */
export function createReactCopies(emailsDir: () => string): ReactCopies {
  const known = new Map<string, boolean>();

  function isOther(owner: PackageFile): boolean {
    const { path, content } = owner;
    const answer = known.get(path);
    if (answer !== undefined) return answer;
    // Packages may depend on each other.
    known.set(path, false);
    const found = packageFor("react", dirname(path));
    const own = packageFor("react", emailsDir());
    const result =
      (found !== undefined && own !== undefined && found !== own) ||
      Object.keys(content.dependencies ?? {}).some((name) => isOtherOf(name, dirname(path)));
    known.set(path, result);
    return result;
  }

  function isOtherOf(name: string, from: string): boolean {
    if (isShared(name)) return false;
    const path = packageFor(name, from);
    const owner = path === undefined ? undefined : findPackage(path, name);
    return owner !== undefined && isOther(owner);
  }

  return {
    hasAnother(file, name) {
      if (isShared(name)) return false;
      const owner = findPackage(file, name);
      return owner !== undefined && isOther(owner);
    },
  };
}

/** The `package.json` of a package as Node finds it from a folder, without symbolic links. */
function packageFor(name: string, folder: string): string | undefined {
  const path = join(folder, "node_modules", name, "package.json");
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(folder);
  return above === folder ? undefined : packageFor(name, above);
}
