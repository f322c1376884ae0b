import type { Plugin } from "vite";
import { emailEnvironmentName } from "./email-environment.ts";
import { type ModuleSyntax, readSyntax } from "./module-syntax.ts";
import { nodeSpecifier } from "./node-packages.ts";

/** Marks the form of a file that `require` gets: what it exports, once it is asked for. */
const query = "?letterpress-required";

const maybeCommonJs = /\b(?:require|module|exports|__dirname|__filename)\b/;

/** Packages that must be the same whether they are required or imported. */
const oneCopy = /^(?:@react-email\/|react-email$|react(?:-dom)?(?:\/|$))/;

/** What stands before and behind the code of a file that requires others. */
interface Requires {
  /** Imports of what is required. */
  readonly imports: string;
  /** An object of what is required, by what the file says. */
  readonly table: string;
}

/** What is required, and whether it is an ES module's namespace or knows how to be required. */
interface Target {
  readonly address: string;
  readonly isNamespace: boolean;
}

/**
 * Runs the CommonJS that an email is made of, as a bundler takes it: `module.exports`, `exports.x`
 * and `require`, in a file of its own or beside `import`.
 *
 * Each file is compiled twice: as the module that `import` gets, and as what `require` gets, which
 * runs when it is asked for, so that files may require each other.
 */
export function commonJs(): Plugin {
  return {
    name: "letterpress:common-js",
    enforce: "post",
    applyToEnvironment: (environment) => environment.name === emailEnvironmentName,
    resolveId: { order: "pre", handler: (id) => (id.endsWith(query) ? id : undefined) },
    async transform(code, id) {
      const isRequired = id.endsWith(query);
      const file = isRequired ? id.slice(0, -query.length) : id;
      const isCode = isRequired && /\.[cm]?[jt]sx?$/.test(file);
      const syntax = isCode || maybeCommonJs.test(code) ? readSyntax(code) : undefined;
      if (syntax?.isCommonJs !== true && isRequired) return generated(wrapped(file));
      if (syntax === undefined || (syntax.names.size === 0 && !isRequired)) return undefined;
      if (syntax.isCommonJs && !isRequired) return generated(exposed(file));
      const requires = await findRequired(syntax, async (specifier) => {
        const found = await this.resolve(specifier, file).catch(() => null);
        if (!found) return undefined;
        const isOwn = nodeSpecifier(found.id) === undefined && !found.external;
        if (isOwn) return { address: found.id + query, isNamespace: false };
        return oneCopy.test(specifier) ? { address: specifier, isNamespace: true } : undefined;
      });
      const write = syntax.isCommonJs ? defined : beside;
      return { code: write(code, file, syntax, requires), map: null };
    },
  };
}

/** @param find what stands for a file or a package; `undefined` leaves it to Node */
async function findRequired(
  { required }: ModuleSyntax,
  find: (specifier: string) => Promise<Target | undefined>,
): Promise<Requires> {
  const found = await Promise.all(required.map(find));
  let imports = "";
  let table = "";
  for (const [index, specifier] of required.entries()) {
    const target = found[index];
    if (!target) continue;
    const name = `__required_${index}__`;
    const binding = target.isNamespace ? `* as ${name}` : name;
    imports += `import ${binding} from ${JSON.stringify(target.address)}; `;
    const value = target.isNamespace ? `__letterpress__.wrap(${name}, false)` : name;
    table += `${JSON.stringify(specifier)}: () => ${value}, `;
  }
  return { imports, table: `{ ${table}}` };
}

/** A CommonJS file, not yet run. Its own lines keep their numbers. */
function defined(
  code: string,
  file: string,
  { imports }: ModuleSyntax,
  requires: Requires,
): string {
  const hoisted = imports.map(({ start, end }) => code.slice(start, end).replaceAll("\n", " "));
  let rest = code;
  for (const { start, end } of imports) {
    rest = rest.slice(0, start) + rest.slice(start, end).replace(/[^\n]/g, " ") + rest.slice(end);
  }
  const head = `${requires.imports}${hoisted.map((one) => `${one}; `).join("")}`;
  const body = `function (exports, require, module, __filename, __dirname) { ${rest}\n}`;
  return `${head}export default __letterpress__.define(${JSON.stringify(file)}, ${body}, ${requires.table});\n`;
}

/** An ES module that uses names of CommonJS. */
function beside(code: string, file: string, { names }: ModuleSyntax, requires: Requires): string {
  const name = JSON.stringify(file);
  const declarations = [
    names.has("require")
      ? `const require = __letterpress__.require(${name}, ${requires.table}); `
      : "",
    names.has("__filename") ? `const __filename = ${name}; ` : "",
    names.has("__dirname")
      ? `const __dirname = ${JSON.stringify(file.replace(/\/[^/]*$/, ""))}; `
      : "",
  ];
  return requires.imports + declarations.join("") + code;
}

function exposed(file: string): string {
  return `import required from ${JSON.stringify(file + query)};\n__letterpress__.expose(__vite_ssr_exports__, required.load());\n`;
}

function wrapped(file: string): string {
  const isJson = /\.json(?:\?|$)/.test(file);
  return `import * as namespace from ${JSON.stringify(file)};\nexport default __letterpress__.wrap(namespace, ${isJson});\n`;
}

function generated(code: string) {
  return { code, map: { mappings: "" } as const };
}
