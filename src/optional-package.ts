/**
 * Imports a package that an app may have or lack.
 *
 * The name comes in as an argument, and the comments are there, so that no bundler looks for the
 * package while it bundles: it would end where the package is missing. In a bundle the import is
 * left to Node, which looks for the package from where the bundle lies.
 *
 * @returns its module; it rejects as `import()` does, where the package is missing or does not load
 */
export function importOptional<Module>(name: string): Promise<Module> {
  return import(/* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ name);
}
