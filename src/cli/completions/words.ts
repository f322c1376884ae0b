import type { CommandSpec } from "../command-spec.ts";

/** A line of shell that prints the ids of the emails below the usual folder. */
export const emailWords = `[ -d emails ] && (cd emails && find . -type d \\( -name '[_.]?*' -o -name components -o -name static \\) -prune -o -type f \\( -name '*.[jt]sx' -o -name '*.[cm][jt]s' \\) ! -name '[_.]*' -print | sed -e 's|^\\./||' -e 's|\\.[a-z]*$||')`;

/** \`--max\`, \`--fix\`, … and \`--help\`. */
export function namesOf({ options }: CommandSpec): readonly string[] {
  return [...Object.keys(options), "help"].map((name) => `--${name}`);
}

/** What may be the first word behind a command, and what it means; empty when that is not known. */
export function firstWords({
  actions,
  completes,
}: CommandSpec): readonly (readonly [string, string])[] {
  if (actions) return Object.entries(actions).map(([name, { about }]) => [name, about] as const);
  return typeof completes === "object" ? completes.map((word) => [word, word] as const) : [];
}
