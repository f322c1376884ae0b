import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import { type DevEnvironment, type EnvironmentModuleNode, normalizePath } from "vite";
import type { EmailThread } from "../thread/email-thread.ts";
import { ownSourceIds } from "./own-source.ts";

/** Which modules must run anew after a change, and no others. */
export interface EmailGraph {
  /**
   * Forgets a changed file and whatever imports it, straight or through others.
   *
   * @returns the files of all modules forgotten, as {@link FoundEmail.realPath} has them
   */
  invalidate(file: string): ReadonlySet<string>;
  /** The files that were loaded so far, but for those of packages. */
  files(): readonly string[];
  /** The files of a module and of all that it imports, as far as they were loaded. */
  modulesOf(file: string): readonly string[];
  /** Forgets a module and whatever it imports: what did not load may load now. */
  forgetFailed(file: string): void;
}

/**
 * Walks the module graph of the environment that emails are loaded in.
 *
 * @param thread runs the modules
 * @param packageRoot this package: where it is run from its sources, they are in the graph too
 */
export function createEmailGraph(
  { moduleGraph }: DevEnvironment,
  thread: EmailThread,
  packageRoot: string,
): EmailGraph {
  const ownSource = `${packageRoot}/src/`;

  function forget(modules: ReadonlySet<EnvironmentModuleNode>): ReadonlySet<string> {
    const files = new Set<string>();
    for (const module of modules) {
      moduleGraph.invalidateModule(module);
      if (module.file !== null) files.add(module.file);
    }
    // Whatever is asked of the thread after this message, it does with what is fetched after it.
    thread.forget([...modules].flatMap(({ id }) => id ?? []));
    return files;
  }

  return {
    invalidate(file) {
      // This package's own sources are one module each entry.
      const isOwn = normalizePath(file).startsWith(ownSource);
      const names = isOwn ? ownSourceIds(packageRoot) : namesOf(file);
      const start = names.flatMap((name) => [...(moduleGraph.getModulesByFile(name) ?? [])]);
      return forget(reach(start, (module) => module.importers));
    },
    files: () =>
      [...moduleGraph.fileToModulesMap.keys()].filter(
        (file) => isAbsolute(file) && !file.includes("/node_modules/"),
      ),
    modulesOf(file) {
      const start = [...(moduleGraph.getModulesByFile(file) ?? [])];
      const reached = reach(start, (module) => module.importedModules);
      return [...reached].flatMap((module) => module.file ?? []);
    },
    forgetFailed(file) {
      const start = [...(moduleGraph.getModulesByFile(file) ?? [])];
      const reached = reach(start, (module) => module.importedModules);
      forget(new Set([...reached].filter((module) => !module.file?.startsWith(ownSource))));
    },
  };
}

/** A file as the watcher names it, and as Vite does: without symbolic links. */
export function namesOf(file: string): readonly string[] {
  const name = normalizePath(file);
  try {
    return [...new Set([name, normalizePath(realpathSync(file))])];
  } catch {
    // Deleted: its folder may still be there.
  }
  try {
    return [...new Set([name, normalizePath(join(realpathSync(dirname(file)), basename(file)))])];
  } catch {
    return [name];
  }
}

function reach(
  start: readonly EnvironmentModuleNode[],
  next: (module: EnvironmentModuleNode) => Iterable<EnvironmentModuleNode>,
): ReadonlySet<EnvironmentModuleNode> {
  const reached = new Set(start);
  // A set hands out what is added while it is walked.
  for (const module of reached) for (const neighbour of next(module)) reached.add(neighbour);
  return reached;
}
