import type { ESTree } from "vite";
import type { ObjectProp, PropType } from "../../../protocol/props/prop-type.ts";

type Read = (type: ESTree.TSType) => PropType;

/** The types that TypeScript brings along, as far as props are made of them. */
export function readBuiltIn(
  name: string,
  [first, second]: readonly ESTree.TSType[],
  read: Read,
): PropType | undefined {
  if (name === "Date") return { kind: "date" };
  if (!first) return undefined;
  switch (name) {
    case "Array":
    case "ReadonlyArray":
      return { kind: "list", item: read(first) };
    case "Record":
      return second && readRecord(read(first), read(second));
    case "Readonly":
    case "NonNullable":
    case "NoInfer":
    case "PropsWithChildren":
      return read(first);
    case "Partial":
      return mapFields(read(first), (type) => ({ ...type, optional: true }));
    case "Required":
      return mapFields(read(first), ({ optional: _, ...type }) => type);
    case "Pick":
      return second && keepFields(read(first), (field) => namesOf(read(second)).has(field));
    case "Omit":
      return second && keepFields(read(first), (field) => !namesOf(read(second)).has(field));
    default:
      return undefined;
  }
}

function readRecord(key: PropType, value: PropType): ObjectProp {
  const names = key.kind === "choice" ? key.options.map(String) : [];
  if (names.length === 0) return { kind: "object", fields: [], others: value };
  return { kind: "object", fields: names.map((name) => ({ name, type: value })) };
}

function mapFields(type: PropType, change: (type: PropType) => PropType): PropType {
  if (type.kind !== "object") return type;
  const fields = type.fields.map((field) => ({ ...field, type: change(field.type) }));
  return { ...type, fields };
}

function keepFields(type: PropType, isKept: (name: string) => boolean): PropType {
  if (type.kind !== "object") return type;
  return { ...type, fields: type.fields.filter(({ name }) => isKept(name)) };
}

function namesOf(type: PropType): ReadonlySet<unknown> {
  return new Set(type.kind === "choice" ? type.options : []);
}
