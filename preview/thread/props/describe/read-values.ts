import { isRecord, type Json, markOf } from "../../../protocol/props/json.ts";
import type { PropField, PropType } from "../../../protocol/props/prop-type.ts";
import { asUnion } from "./union.ts";

/**
 * What a type may be, to judge by values that it has: a name that some lack may be left out. Lists
 * are guessed from all their items.
 */
export function readValues(values: readonly Json[]): PropType {
  const marks = values.includes(null) ? { nullable: true as const } : {};
  const present = values.filter((value) => value !== null);
  const records = present.filter(isRecord);
  if (records.length > 0 && records.length === present.length) {
    return { ...readRecords(records), ...marks };
  }
  if (present.length > 0 && present.every((value) => Array.isArray(value))) {
    return { kind: "list", item: readValues(present.flat()), ...marks };
  }
  const kinds = new Map(present.map((value) => [kindOf(value), readOne(value)]));
  if (kinds.size === 0) return { kind: "unknown", ...marks };
  const texts = present.filter((value) => typeof value === "string");
  if (kinds.has("text")) kinds.set("text", readTexts(texts));
  return { ...asUnion([...kinds.values()]), ...marks };
}

function readRecords(records: readonly { readonly [name: string]: Json }[]): PropType {
  const names = new Set(records.flatMap((record) => Object.keys(record)));
  const fields = [...names].map((name): PropField => {
    const values = records.flatMap((record) => {
      const value = record[name];
      return value === undefined ? [] : [value];
    });
    const type = readValues(values);
    return { name, type: values.length < records.length ? { ...type, optional: true } : type };
  });
  return { kind: "object", fields };
}

function kindOf(value: Json): string {
  return readOne(value).kind + (markOf(value) ?? "");
}

function readOne(value: Json): PropType {
  if (typeof value === "string") return { kind: "text" };
  if (typeof value === "number") return { kind: "number" };
  if (typeof value === "boolean") return { kind: "switch" };
  const mark = markOf(value);
  if (mark === "$date") return { kind: "date" };
  if (mark === "$bigint") return { kind: "number", integer: true, big: true };
  return { kind: "unknown" };
}

const formats = [
  ["date", /^\d{4}-\d\d-\d\d$/],
  ["date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/],
  ["uri", /^https?:\/\/\S+$/],
  ["email", /^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>]+$/],
] as const;

/** Texts of which each one is a date, an address, … are most likely meant to be so. */
function readTexts(texts: readonly string[]): PropType {
  const format = formats.find(([, pattern]) => texts.every((text) => pattern.test(text)))?.[0];
  return format === undefined ? { kind: "text" } : { kind: "text", format };
}
