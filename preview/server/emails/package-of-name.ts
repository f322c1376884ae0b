import { readFileSync, statSync } from "node:fs";
import * as vite from "vite";

/** A package that a barrel re-exports whole. */
interface Part {
  readonly specifier: string;
  /** Its ES module. */
  readonly file: string;
}

/**
 * Finds which of the packages (`export * from "…"`) or files behind a barrel exports a name, from the
 * barrel's own lines, so that it is right for whichever version is installed.
 *
 * Small packages are read first: most names are found before the large ones, which take a tenth
 * of a second to parse, are looked at.
 *
 * @param barrelFile the barrel's ES module
 * @param resolve finds the ES module of a package as the barrel would
 * @param addressOf what an email imports to get a file of the barrel's own package
 */
export function createPackageOfName(
  barrelFile: string,
  resolve: (specifier: string) => Promise<string | undefined>,
  addressOf: (specifier: string) => Promise<string | undefined>,
): (name: string) => Promise<string | undefined> {
  const known = new Map<string, () => Promise<string | undefined>>();
  let parts: Promise<Part[]> | undefined;

  async function findParts(): Promise<Part[]> {
    const { module } = vite.parseSync(barrelFile, readFileSync(barrelFile, "utf8"));
    const exported = module.staticExports.flatMap(({ entries }) => entries);
    // `import { Html } from "./html.mjs"; export { Html }`: each name has a file of its own.
    for (const { exportName, importName, moduleRequest } of exported) {
      const { name } = exportName;
      const isSame = importName.kind === "Name" && importName.name === name;
      const specifier = isSame ? moduleRequest?.value : undefined;
      if (name && specifier) known.set(name, () => addressOf(specifier));
    }
    const specifiers = exported
      .filter(({ importName }) => importName.kind === "AllButDefault")
      .flatMap(({ moduleRequest }) => moduleRequest?.value ?? []);
    const found = await Promise.all(
      specifiers.map(async (specifier) => ({ specifier, file: await resolve(specifier) })),
    );
    return found
      .flatMap(({ specifier, file }) => (file === undefined ? [] : [{ specifier, file }]))
      .sort((a, b) => statSync(a.file).size - statSync(b.file).size);
  }

  return async (name) => {
    parts ??= findParts();
    const unread = await parts;
    while (!known.has(name)) {
      const part = unread.shift();
      if (!part) break;
      const { module } = vite.parseSync(part.file, readFileSync(part.file, "utf8"));
      for (const { exportName } of module.staticExports.flatMap(({ entries }) => entries)) {
        if (exportName.name && !known.has(exportName.name))
          known.set(exportName.name, async () => part.specifier);
      }
    }
    return known.get(name)?.();
  };
}
