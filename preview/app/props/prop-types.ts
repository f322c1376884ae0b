import { isRecord, type Json, type JsonRecord, markOf } from "../../protocol/props/json.ts";
import type { ObjectProp, PropField, PropType } from "../../protocol/props/prop-type.ts";
import { encodeName } from "./path.ts";

/** A value to begin with. */
export function blankOf(type: PropType): Json {
  if (type.fallback !== undefined) return type.fallback;
  switch (type.kind) {
    case "text":
      return type.format === "date" ? "2026-01-01" : "";
    case "number":
      return type.big ? { $bigint: "0" } : Math.max(0, type.minimum ?? 0);
    case "switch":
      return false;
    case "date":
      return { $date: "2026-01-01T00:00:00.000Z" };
    case "choice":
      return type.options[0] ?? null;
    case "list":
      return Array.from({ length: type.minItems ?? 0 }, () => blankOf(type.item));
    case "object":
      return Object.fromEntries(
        type.fields
          .filter((field) => !field.type.optional)
          .map((field) => [encodeName(field.name), blankOf(field.type)]),
      );
    case "union":
      return type.options[0] ? blankOf(type.options[0]) : null;
    case "unknown":
      return null;
  }
}

/** Whether a value is one that a control for a type can show. */
export function fits(type: PropType, value: Json): boolean {
  const mark = markOf(value);
  switch (type.kind) {
    case "text":
      return typeof value === "string";
    case "number":
      return type.big ? mark === "$bigint" : typeof value === "number";
    case "switch":
      return typeof value === "boolean";
    case "date":
      return mark === "$date";
    case "choice":
      return type.options.some((option) => option === value);
    case "list":
      return Array.isArray(value);
    case "object":
      return isRecord(value) && type.fields.every((field) => fitsConstant(field, value));
    case "union":
      return type.options.some((option) => fits(option, value));
    case "unknown":
      return true;
  }
}

/** A part of which only one value is right, such as `kind`, tells shapes apart. */
function fitsConstant({ name, type }: PropField, value: JsonRecord): boolean {
  if (type.kind !== "choice" || type.options.length !== 1 || type.optional) return true;
  return value[encodeName(name)] === type.options[0];
}

/** Names of an object of which only one value is right: they tell shapes apart. */
export function constantsOf(type: ObjectProp): readonly string[] {
  return type.fields
    .filter((field) => field.type.kind === "choice" && field.type.options.length === 1)
    .filter((field) => !field.type.optional)
    .map(({ name }) => name);
}

/** The shape of a union that a value has: the one with the fewest names that are not its own. */
export function shapeOf(options: readonly PropType[], value: Json): number {
  const strange = options.map((option) => {
    if (!fits(option, value)) return Number.POSITIVE_INFINITY;
    if (option.kind !== "object" || !isRecord(value)) return 0;
    const known = new Set(option.fields.map(({ name }) => encodeName(name)));
    const missing = option.fields.filter(
      ({ name, type }) => !type.optional && !(encodeName(name) in value),
    );
    return Object.keys(value).filter((name) => !known.has(name)).length + missing.length;
  });
  const least = Math.min(...strange);
  return least === Number.POSITIVE_INFINITY ? -1 : strange.indexOf(least);
}

/** What a shape of a union is called: by the part that tells it apart, else by its kind. */
export function nameOfShape(type: PropType): string {
  if (type.kind === "choice") return type.options.join(" or ");
  if (type.kind !== "object") return kindNames[type.kind];
  const constant = type.fields.find(
    (field) => field.type.kind === "choice" && field.type.options.length === 1,
  );
  if (constant?.type.kind === "choice") return String(constant.type.options[0]);
  return type.fields.map(({ name }) => name).join(", ") || "object";
}

/** What each kind is called. */
export const kindNames: Readonly<Record<PropType["kind"], string>> = {
  text: "text",
  number: "number",
  switch: "true or false",
  date: "date",
  choice: "one of a few",
  list: "list",
  object: "object",
  union: "one of several",
  unknown: "anything",
};

/** What a value looks like, where nothing is known of its type. */
export function guessType(value: Json): PropType {
  if (typeof value === "string") return { kind: "text" };
  if (typeof value === "number") return { kind: "number" };
  if (typeof value === "boolean") return { kind: "switch" };
  if (Array.isArray(value)) {
    return {
      kind: "list",
      item: value[0] === undefined ? { kind: "unknown" } : guessType(value[0]),
    };
  }
  if (isRecord(value)) return { kind: "object", fields: [] };
  if (markOf(value) === "$date") return { kind: "date" };
  return markOf(value) === "$bigint" ? { kind: "number", big: true } : { kind: "unknown" };
}

/** All parts to show of an object: those of its type, then those that only its value has. */
export function fieldsOf(type: ObjectProp, value: JsonRecord): readonly PropField[] {
  const known = new Set(type.fields.map(({ name }) => encodeName(name)));
  const others = Object.entries(value)
    .filter(([name]) => !known.has(name))
    .map(([name, part]) => ({
      name: name.startsWith("$$") ? name.slice(1) : name,
      type: type.others && fits(type.others, part) ? type.others : guessType(part),
    }));
  return [...type.fields, ...others];
}
