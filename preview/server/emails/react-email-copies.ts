import { isBuiltin } from "node:module";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { isTailwindPart } from "../../../src/build/loading/react-email-files.ts";
import { folderOfCopies, type Link, linkedCopy } from "./linked-copies.ts";

/** Finds the file that a specifier leads to, by the rules that emails are loaded by. */
export type Find = (specifier: string, importer: string) => Promise<string | undefined>;

/** Gives the address to load for a file of React Email. */
export type ReactEmailCopies = (file: string, find: Find) => Promise<string>;

/** What Tailwind's component is made of: compiled together, for many files load slowly. */
const ofTailwind = /^(?:tailwindcss|css-tree)(?:\/|$)/;

/**
 * Gives the files of React Email in a form in which Node finds the Tailwind compiler that works,
 * whatever a package manager put beside them: a copy of Tailwind's component with the compiler in
 * it, and of what imports that component. All else is the package's own file.
 *
 * @param root the project
 * @returns the address to load for a file
 */
export function reactEmailCopies(root: () => string): ReactEmailCopies {
  const made = new Map<string, Promise<string>>();
  let folder: string | undefined;

  function addressOf(file: string, find: Find): Promise<string> {
    const known = made.get(file);
    if (known) return known;
    const address = needsCopy(file) ? copyOf(file, find) : Promise.resolve(hrefOf(file));
    made.set(file, address);
    address.catch(() => made.delete(file));
    return address;
  }

  async function copyOf(file: string, find: Find): Promise<string> {
    folder ??= folderOfCopies(root());
    const compiler = (await find("tailwindcss", file)) ?? "";
    const react = (await find("react", file)) ?? "";
    const isTailwind = isTailwindPart(file);
    return linkedCopy(file, {
      folder,
      state: `${compiler} ${react}`,
      link: async (specifier, importer): Promise<Link> => {
        if (isBuiltin(specifier)) return { address: specifier };
        const found = await find(specifier, importer);
        if (found === undefined) return { address: specifier };
        const isWithin = isTailwind && (ofTailwind.test(specifier) || isTailwindPart(found));
        if (isWithin || isOfCompiler(found, compiler)) return { file: found };
        return { address: await addressOf(found, find) };
      },
    });
  }

  return addressOf;
}

/** Tailwind's component, and the barrels that it is exported from. */
function needsCopy(file: string): boolean {
  return (
    isTailwindPart(file) ||
    /\/(?:@react-email\/components|react-email)\/dist\/index\.m?js$/.test(file)
  );
}

function isOfCompiler(file: string, compiler: string): boolean {
  return compiler !== "" && file.startsWith(`${dirname(compiler)}/`);
}

function hrefOf(file: string): string {
  return pathToFileURL(file).href;
}
