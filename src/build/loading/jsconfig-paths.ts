import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Plugin } from "vite";

/** Aliases that a config gives, and where they start. */
interface Aliases {
  /** `"@/*": ["./src/*"]` */
  readonly paths: Readonly<Record<string, readonly string[]>>;
  /** Folder that the targets are relative to. */
  readonly folder: string;
  /** Folder that bare names are looked for in, too. */
  readonly baseUrl: string | undefined;
}

/**
 * Reads the aliases of the nearest `jsconfig.json`, which projects in JavaScript have where others
 * have a `tsconfig.json`; that one the bundler reads by itself, and it wins where both lie together.
 */
export function jsconfigPaths(): Plugin {
  return {
    name: "letterpress:jsconfig-paths",
    enforce: "pre",
    async resolveId(id, importer, options) {
      if (!importer || /^[./\0]|^\w+:/.test(id) || importer.includes("/node_modules/")) return;
      const config =
        importer.startsWith("/") || /^\w:/.test(importer) ? nearest(importer) : undefined;
      const aliases = config && readAliases(config);
      if (!aliases) return undefined;
      for (const target of targetsOf(id, aliases)) {
        const found = await this.resolve(target, importer, { ...options, skipSelf: true });
        if (found && existsSync(found.id.replace(/[?#].*$/, ""))) return found;
      }
      return undefined;
    },
  };
}

/** The jsconfig.json that a file belongs to, unless it belongs to a tsconfig.json. */
function nearest(file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "tsconfig.json"))) return undefined;
    const config = join(folder, "jsconfig.json");
    if (existsSync(config)) return config;
    if (folder === dirname(folder)) return undefined;
  }
}

function readAliases(config: string, depth = 0): Aliases | undefined {
  // As many as no one has; a config may extend itself.
  if (depth > 10) return undefined;
  const { compilerOptions = {}, extends: parent } = readConfig(config);
  const folder = dirname(config);
  const [above] = [parent ?? []].flat().slice(-1);
  const inherited =
    above && /^[./]/.test(above)
      ? readAliases(withEnding(resolve(folder, above)), depth + 1)
      : undefined;
  const baseUrl =
    compilerOptions.baseUrl === undefined
      ? inherited?.baseUrl
      : resolve(folder, compilerOptions.baseUrl);
  const own = compilerOptions.paths;
  if (own === undefined && baseUrl === undefined) return inherited;
  return {
    paths: own ?? inherited?.paths ?? {},
    folder: own ? (baseUrl ?? folder) : (inherited?.folder ?? folder),
    baseUrl,
  };
}

/** Where a specifier may lie, the longest alias first. */
function targetsOf(id: string, { paths, folder, baseUrl }: Aliases): readonly string[] {
  const matches = Object.entries(paths).flatMap(([pattern, targets]) => {
    const [head = "", tail] = pattern.split("*");
    const fits =
      tail === undefined
        ? id === pattern
        : id.length >= head.length + tail.length && id.startsWith(head) && id.endsWith(tail);
    if (!fits) return [];
    const star = tail === undefined ? "" : id.slice(head.length, id.length - tail.length);
    return [{ weight: tail === undefined ? Infinity : head.length, targets, star }];
  });
  const aliased = matches
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ targets, star }) => targets.map((one) => resolve(folder, one.replace("*", star))));
  return baseUrl === undefined ? aliased : [...aliased, join(baseUrl, id)];
}

interface Config {
  readonly extends?: string | readonly string[];
  readonly compilerOptions?: {
    readonly baseUrl?: string;
    readonly paths?: Readonly<Record<string, readonly string[]>>;
  };
}

/** Comments and trailing commas are allowed there. */
function readConfig(file: string): Config {
  try {
    const text = readFileSync(file, "utf8").replace(
      /("(?:\\.|[^"\\])*")|\/\*[\s\S]*?\*\/|\/\/[^\n]*|,(?=\s*[}\]])/g,
      (_, string?: string) => string ?? "",
    );
    return JSON.parse(text) as Config;
  } catch {
    return {};
  }
}

function withEnding(path: string): string {
  return path.endsWith(".json") ? path : `${path}.json`;
}
