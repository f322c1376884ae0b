import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import type { Plugin } from "vite";
import { findPackage } from "../package-file.ts";
import { isShared } from "../shared-packages.ts";

/** Of a module that stands in no file, and yet has a place, so that it can be required too. */
const emptyName = ".letterpress.empty.js";

/** Frameworks have these in themselves: a project may import them where neither is installed. */
const marks: ReadonlySet<string> = new Set(["server-only", "client-only"]);

const bare = /^((?:@[\w.~-]+\/)?[\w~-][\w.~-]*)(\/[^?#]*)?$/;

/**
 * Lets emails, and what they import, say that they run on a server: `import "server-only"`. Such a
 * package has nothing to run. Under the condition `react-server` it is empty, and elsewhere it
 * throws, so that no browser gets the file. Emails are rendered where it may be imported, and so is
 * what `client-only` marks.
 *
 * @param emailsDir gives the folder of the emails, with forward slashes
 */
export function serverOnly(emailsDir: () => string): Plugin {
  const empty = () => ({ id: posix.join(emailsDir(), emptyName), moduleSideEffects: false });
  const known = new Map<string, boolean>();

  function isEmpty(id: string, file: string): boolean {
    const answer = known.get(file) ?? isEmptyOnServer(id, file);
    known.set(file, answer);
    return answer;
  }

  return {
    name: "letterpress:server-only",
    enforce: "pre",
    async resolveId(id, importer, options) {
      if (marks.has(id) || id === empty().id) return empty();
      if (!importer || !bare.test(id) || isShared(id) || importer.includes("/node_modules/react")) {
        return undefined;
      }
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      if (!found || found.external || !isEmpty(id, found.id)) return found;
      return empty();
    },
    load: (id) => (id.replace(/\?.*$/, "") === empty().id ? "export {};\n" : undefined),
  };
}

/** Whether a package has an entry for React's server components that holds nothing. */
function isEmptyOnServer(id: string, file: string): boolean {
  const [, name, path = ""] = bare.exec(id) ?? [];
  const owner = name === undefined ? undefined : findPackage(file, name);
  const { exports } = owner?.content ?? {};
  if (!owner || typeof exports !== "object" || exports === null) return false;
  const target = targetOf(asRecord(exports)[`.${path}`] ?? (path === "" ? exports : undefined));
  if (target === undefined) return false;
  try {
    return isNothing(readFileSync(join(dirname(owner.path), target), "utf8"));
  } catch {
    return false;
  }
}

const conditions: ReadonlySet<string> = new Set(["node", "import", "module", "default"]);

/** The file under the condition `react-server`; `undefined` where there is none of its own. */
function targetOf(entry: unknown, isServer = false): string | undefined {
  if (typeof entry === "string") return isServer ? entry : undefined;
  for (const [name, value] of Object.entries(asRecord(entry))) {
    if (name !== "react-server" && !conditions.has(name)) continue;
    const target = targetOf(value, isServer || name === "react-server");
    if (target !== undefined) return target;
  }
  return undefined;
}

function isNothing(code: string): boolean {
  const bareCode = code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");
  return /^(?:["']use strict["']|export\s*\{\s*\}|(?:module\.)?exports\s*=\s*\{\s*\}|[;\s])*$/.test(
    bareCode,
  );
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
