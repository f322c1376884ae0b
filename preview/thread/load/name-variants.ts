import { isPortableName } from "../../../src/files/portable-name.ts";
import type { Variant } from "../../protocol/index.ts";

/** A variant with the props that it stands for. */
export interface PropsVariant extends Variant {
  readonly props: object;
}

/** Gives each variant a slug for the URL, unique in the email; `default` comes first. */
export function nameVariants(variants: Readonly<Record<string, object>>): readonly PropsVariant[] {
  const taken = new Set<string>();
  const { default: standard, ...others } = variants;
  const entries = Object.entries(others);
  if (standard) entries.unshift(["default", standard]);
  return entries.map(([name, props]) => {
    const slug = freeSlug(toSlug(name), taken);
    taken.add(slug);
    return { name, slug, props };
  });
}

/** `Forty lines!` → `forty-lines`. Letters of any script stay. An export has a file of this name. */
export function toSlug(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu);
  const slug = words?.join("-") ?? "variant";
  return isPortableName(slug) ? slug : `${slug}-variant`;
}

function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
