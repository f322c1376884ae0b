import type { ObjectProp, PropField, PropType } from "../../../protocol/props/prop-type.ts";

/**
 * Two descriptions of the same prop as one. The first is believed; the second fills in what the
 * first does not say: the type of what is unknown to it, comments, formats of texts.
 */
export function mergeTypes(first: PropType, second: PropType | undefined): PropType {
  if (!second) return first;
  const description = first.description ?? second.description;
  const words = description === undefined ? {} : { description };
  const marks = {
    ...(first.optional ? { optional: true as const } : {}),
    ...(first.nullable ? { nullable: true as const } : {}),
  };
  if (first.kind === "unknown") {
    return { ...second, ...marks, ...words };
  }
  if (first.kind === "text" && second.kind === "text") {
    return { ...first, ...words, ...(hasRules(first) ? {} : formatOf(second)) };
  }
  if (first.kind === "list" && second.kind === "list") {
    return { ...first, ...words, item: mergeTypes(first.item, second.item) };
  }
  if (first.kind === "object" && second.kind === "object") {
    return { ...mergeObjects(first, second), ...words };
  }
  return { ...first, ...words };
}

/** What is not in the first is left out, unless the first lets others be. */
function mergeObjects(first: ObjectProp, second: ObjectProp): ObjectProp {
  const names = new Map(second.fields.map(({ name, type }) => [name, type]));
  const fields = first.fields.map(
    ({ name, type }): PropField => ({ name, type: mergeTypes(type, names.get(name)) }),
  );
  return { ...first, fields };
}

function hasRules(type: PropType): boolean {
  return type.kind === "text" && (type.format !== undefined || type.pattern !== undefined);
}

function formatOf(type: PropType): { readonly format?: string } {
  return type.kind === "text" && type.format !== undefined ? { format: type.format } : {};
}
