/** The package that a specifier names: not a path, a query, an alias or a virtual module. */
export function packageName(specifier: string): string | undefined {
  return /^((?:@[\w.~-]+\/)?[\w~-][\w.~-]*)(?:\/[^?#]*)?$/.exec(specifier)?.[1];
}
