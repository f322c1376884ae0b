import { nameVariants } from "../../../thread/load/name-variants.ts";

/** Longest name of a variant: it stands in a picker and in an address. */
const longestName = 80;

/** Why a variant cannot be called so; undefined where it can. @param name without space around it */
export function whyNoName(name: string): string | undefined {
  const isOne = name !== "" && name.length <= longestName && !/\p{Cc}/u.test(name);
  if (isOne && name !== "__proto__") return undefined;
  return `${JSON.stringify(name)} is no name; use 1 to ${longestName} characters`;
}

/** How a variant is called in an address, beside the others of its email. */
export function slugOf(name: string, names: readonly string[]): string {
  return named(names).find((one) => one.name === name)?.slug ?? "default";
}

/** The variant that an address means. @returns undefined where none of these is */
export function nameOfSlug(slug: string, names: readonly string[]): string | undefined {
  return named(names).find((one) => one.slug === slug)?.name;
}

function named(names: readonly string[]) {
  return nameVariants(Object.fromEntries(names.map((one) => [one, {}])));
}
