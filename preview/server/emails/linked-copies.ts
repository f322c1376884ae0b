import { createHash, randomUUID } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

/** What a copy is made with. */
export interface CopyOptions {
  /** Folder to keep copies in, from one start to the next. */
  readonly folder: string;
  /** Whatever else decides what comes out: versions, and where packages are found. */
  readonly state: string;
  /**
   * What becomes of an import: the file to take into the copy, or the address that it stays an
   * import of.
   */
  readonly link: (specifier: string, importer: string) => Promise<Link>;
}

/** Where an import of a copy leads. */
export type Link = { readonly file: string } | { readonly address: string };

/**
 * Makes a module that Node can load of a package's file, with its imports led elsewhere: Node
 * itself takes no advice where to find what a package imports. A copy is made once for each state.
 *
 * @returns the address of the copy
 */
export async function linkedCopy(file: string, options: CopyOptions): Promise<string> {
  const { size, mtimeMs } = statSync(file);
  const hash = createHash("sha256").update(
    // The folder too: in a project that was moved, what copies name lies elsewhere.
    `${file} ${size} ${mtimeMs} ${options.folder} ${options.state}`,
  );
  const copy = join(options.folder, `${hash.digest("hex").slice(0, 24)}.mjs`);
  if (!existsSync(copy)) {
    const code = await bundleOf(file, options);
    const unfinished = `${copy}.${randomUUID()}`;
    writeFileSync(unfinished, code);
    renameSync(unfinished, copy);
  }
  return pathToFileURL(copy).href;
}

async function bundleOf(file: string, { link }: CopyOptions): Promise<string> {
  const built = await build({
    ...{ configFile: false, logLevel: "silent", publicDir: false, envDir: false },
    ssr: { noExternal: true },
    plugins: [
      {
        name: "letterpress:links",
        enforce: "pre",
        async resolveId(specifier, importer) {
          if (importer === undefined) return undefined;
          const found = await link(specifier, importer);
          return "file" in found ? found.file : { id: found.address, external: true };
        },
      },
    ],
    build: {
      ...{ ssr: file, write: false, target: "node20", minify: false },
      rolldownOptions: { output: { format: "esm", codeSplitting: false } },
    },
  });
  if (!("output" in built)) throw new Error(`Cannot load ${file}: it was not compiled`);
  return built.output[0].code;
}

/** A folder for copies: of the project where it can be written, else one for this process. */
export function folderOfCopies(root: string): string {
  const modules = join(root, "node_modules");
  try {
    accessSync(modules, constants.W_OK);
    const folder = join(modules, ".cache/letterpress/packages");
    mkdirSync(folder, { recursive: true });
    // One copy names another by its address, which must hold when the link is gone.
    return realpathSync(folder);
  } catch {
    return mkdtempSync(join(tmpdir(), "letterpress-packages-"));
  }
}
