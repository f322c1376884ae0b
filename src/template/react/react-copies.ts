/** What React says, in its versions, when two copies of it meet in one render. */
const signs = [
  /Invalid hook call/,
  /Cannot read properties of null \(reading 'use[A-Z]\w*'\)/,
  /Objects are not valid as a React child \(found: object with keys \{\$\$typeof/,
  /A React Element from an older version of React was rendered/,
  /Minified React error #(?:31|321|525)\b/,
];

/**
 * Says which copies of React are loaded, where a failure looks as if there were more than one.
 *
 * @returns `undefined` for any other failure, and where there is but one copy
 */
export function explainReactCopies(message: string): string | undefined {
  if (!signs.some((sign) => sign.test(message))) return undefined;
  const copies = loadedCopies();
  const [first, ...others] = copies;
  if (first === undefined || others.length === 0) return undefined;
  return `two copies of React are loaded, ${copies.join(" and ")}; keep one: make react a peer dependency of the package that brings the other, or set "overrides" ("resolutions" in Yarn) for react, and install again`;
}

/** `19.1.0 in /app/node_modules/react`, of each copy that Node has loaded. */
function loadedCopies(): readonly string[] {
  // Asked for in this way, Node's own module is none that a bundler would have to find.
  const node = globalThis.process?.getBuiltinModule?.("node:module");
  const require = node?.createRequire(`${process.cwd()}/`);
  const files = Object.keys(require?.cache ?? {});
  const entries = files.filter((file) => /[\\/]react[\\/]index\.js$/.test(file));
  return entries.map((file) => {
    const exports = require?.cache[file]?.exports as { readonly version?: unknown } | undefined;
    return `${String(exports?.version)} in ${file.replace(/[\\/]index\.js$/, "")}`;
  });
}
