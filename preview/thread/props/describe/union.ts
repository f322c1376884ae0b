import type { PropType } from "../../../protocol/props/prop-type.ts";

/**
 * Several types as one: null and nothing become marks on the rest, known values one choice, and
 * `true | false` a switch.
 */
export function asUnion(types: readonly PropType[]): PropType {
  const flat = types.flatMap((type) => (type.kind === "union" ? type.options : [type]));
  const marks = {
    ...([...types, ...flat].some((type) => type.nullable) ? { nullable: true as const } : {}),
    ...(types.some((type) => type.optional) ? { optional: true as const } : {}),
  };
  const options = new Set(flat.flatMap((type) => (type.kind === "choice" ? type.options : [])));
  const others = flat.filter((type) => type.kind !== "choice");
  const known = asChoice([...options]);
  const all = [...(known ? [known] : []), ...others];
  const [only] = all;
  if (!only) return { kind: "choice", options: [], ...marks };
  if (all.length === 1) return { ...only, ...marks };
  return mergeable(all) ?? { kind: "union", options: all, ...marks };

  /** `"a" | "b" | string`, as some write for completion, is any text. */
  function mergeable(parts: readonly PropType[]): PropType | undefined {
    const text = parts.find((part) => part.kind === "text");
    const isOpen = parts.every((part) => part.kind === "text" || part === known);
    return text && isOpen && [...options].every((option) => typeof option === "string")
      ? { ...text, ...marks }
      : undefined;
  }
}

function asChoice(options: readonly (string | number | boolean)[]): PropType | undefined {
  if (options.length === 0) return undefined;
  if (options.length === 2 && options.every((option) => typeof option === "boolean")) {
    return { kind: "switch" };
  }
  return { kind: "choice", options };
}

/** Whether a value can be written on a line of a picker. */
export function hasOwnWords(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
