import { isRecord, type Json, type JsonRecord } from "../../protocol/props/json.ts";

/** Names and places from the props down. */
export type Path = readonly (string | number)[];

/** The value with another one at a place of it; all that is not on the way stays the very same. */
export function setAt(value: Json | undefined, path: Path, next: Json | undefined): Json {
  const [step, ...rest] = path;
  if (step === undefined) return next === undefined ? {} : next;
  if (typeof step === "number") {
    const list = Array.isArray(value) ? [...value] : [];
    if (rest.length === 0 && next === undefined) list.splice(step, 1);
    else list[step] = setAt(list[step], rest, next);
    return list;
  }
  const record: JsonRecord = isRecord(value) ? value : {};
  if (rest.length > 0 || next !== undefined) {
    return { ...record, [step]: setAt(record[step], rest, next) };
  }
  const { [step]: _, ...others } = record;
  return others;
}

/** A name of the author's own as it travels: one that begins with `$` gets a second one. */
export function encodeName(name: string): string {
  return name.startsWith("$") ? `$${name}` : name;
}
