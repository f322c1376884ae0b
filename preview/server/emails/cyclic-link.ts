import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname } from "node:path";
import { isEmailFileName } from "../../../src/build/email-path.ts";
import { isWithin } from "../../../src/files/is-within.ts";

/**
 * Whether a path is a symbolic link to a folder that it lies in. A watcher that follows it walks
 * round and round: twice as many ways at each turn where there are two such links.
 */
export function isCyclicLink(path: string): boolean {
  // Asked of every path below the emails folder; most are plain files.
  if (isEmailFileName(basename(path))) return false;
  try {
    if (!lstatSync(path).isSymbolicLink()) return false;
    return isWithin(realpathSync(path), realpathSync(dirname(path)));
  } catch {
    return false;
  }
}
