/** An import that cannot be: a file that is not there, or a name that a file does not export. */
export interface ImportRefusal {
  /** What the import says, such as `./button` or `lodash`. */
  readonly specifier: string;
  /** The name that is not exported; undefined when nothing at all is found. */
  readonly name?: string | undefined;
  /** The file that does not export it, as people should see it; undefined for a package. */
  readonly target?: string | undefined;
  /** What the file does export. */
  readonly exported?: readonly string[] | undefined;
}

/** What is said of an import that cannot be, wherever it is noticed. */
export function describeRefusal({ specifier, name, target, exported }: ImportRefusal): string {
  if (name === undefined) {
    const fix = /^[./]/.test(specifier)
      ? "create the file, or fix the path"
      : "install it, or add its alias to the paths of tsconfig.json";
    return `Cannot find "${specifier}": ${fix}`;
  }
  const near = exported && nearest(name, exported);
  const fix =
    near === undefined
      ? target === undefined
        ? "fix the name"
        : "export it there, or fix the name"
      : `did you mean "${near}"?`;
  return `Cannot import "${name}" from "${specifier}": ${target ?? "the package"} does not export it; ${fix}`;
}

/** The name that differs least, if it differs little. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 4));
  const found = names
    .filter((one) => one !== name && Math.abs(one.length - name.length) <= limit)
    .map((one) => ({ one, distance: distanceOf(name.toLowerCase(), one.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return found[0]?.one;
}

/** Levenshtein's distance. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
