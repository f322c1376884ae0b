import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { isEmailFileName, isEmailFolderName } from "./email-path.ts";

/** A source file of the emails folder that may hold emails. */
export interface EmailFile {
  /** Path below the emails folder, with forward slashes on every platform. */
  readonly below: string;
  /** Absolute path, through symbolic links as they stand. */
  readonly path: string;
  /** The same without symbolic links. */
  readonly realPath: string;
}

/** The files of an emails folder, and the links that were not followed. */
export interface EmailFiles {
  readonly files: readonly EmailFile[];
  /** Path of each link below the emails folder. */
  readonly links: readonly string[];
}

interface Folder {
  readonly path: string;
  readonly realPath: string;
  /** Path below the emails folder, ending in a slash, or empty. */
  readonly prefix: string;
}

/**
 * Finds the source files below a folder, in any depth, that may hold emails.
 *
 * Symbolic links are followed inside the folder; what they lead to is found once. A link that
 * leads out of the folder is not followed: what lies there is not the project's emails, and may be
 * the whole disk. A folder that is not there holds nothing. Synchronous on purpose: a thousand
 * files take a fifth of the time that promises take.
 */
export function listEmailFiles(emailsDir: string): EmailFiles {
  const root = orUndefined(() => realpathSync(emailsDir));
  if (root === undefined) return { files: [], links: [] };
  const files: EmailFile[] = [];
  const links: string[] = [];
  const seen = new Set<string>([root]);
  const folders: Folder[] = [{ path: emailsDir, realPath: root, prefix: "" }];
  const linked: (Folder & { readonly name: string })[] = [];

  const isInside = (path: string) => path === root || path.startsWith(root + sep);
  const addFile = ({ path, prefix }: Folder, name: string, realPath: string) => {
    if (!isEmailFileName(name)) return;
    files.push({ below: prefix + name, path: join(path, name), realPath });
  };
  const enter = ({ path, prefix }: Folder, name: string, realPath: string) => {
    if (!isEmailFolderName(name) || seen.has(realPath)) return;
    seen.add(realPath);
    folders.push({ path: join(path, name), realPath, prefix: `${prefix}${name}/` });
  };

  function walk(): void {
    for (let folder = folders.pop(); folder; folder = folders.pop()) {
      for (const entry of entriesOf(folder.path)) {
        const { name } = entry;
        if (entry.isFile()) addFile(folder, name, join(folder.realPath, name));
        else if (entry.isDirectory()) enter(folder, name, join(folder.realPath, name));
        else if (entry.isSymbolicLink()) linked.push({ ...folder, name });
      }
    }
  }

  walk();
  // Real folders first: what a link leads to is found at its own path, where it has one.
  for (let link = linked.shift(); link; link = linked.shift()) {
    const path = join(link.path, link.name);
    const target = orUndefined(() => ({ stats: statSync(path), realPath: realpathSync(path) }));
    if (!target) continue;
    const isFile = target.stats.isFile();
    const mayHold = isFile ? isEmailFileName(link.name) : isEmailFolderName(link.name);
    if (!isInside(target.realPath)) {
      if (mayHold) links.push(link.prefix + link.name);
    } else if (isFile) addFile(link, link.name, target.realPath);
    else if (target.stats.isDirectory()) {
      enter(link, link.name, target.realPath);
      walk();
    }
  }
  return { files, links };
}

function entriesOf(path: string): readonly Dirent[] {
  return orUndefined(() => readdirSync(path, { withFileTypes: true })) ?? [];
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
