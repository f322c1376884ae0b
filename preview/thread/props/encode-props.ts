import type { Json, JsonRecord } from "../../protocol/props/json.ts";
import { describeValue } from "./describe-value.ts";

/** Props as JSON with marks, and the way back. */
export interface EncodedProps {
  readonly value: JsonRecord;
  /** What stands behind each `$keep` mark, by JSON pointer. */
  readonly kept: ReadonlyMap<string, unknown>;
  /** What each object and list was made of: unchanged, it is that again, the very same. */
  readonly originals: ReadonlyMap<object, object>;
}

/** Writes props as JSON; what JSON lacks becomes a mark. See `isRecord` of the protocol. */
export function encodeProps(props: object): EncodedProps {
  const kept = new Map<string, unknown>();
  const originals = new Map<object, object>();
  const above = new Set<object>();

  function keep(value: unknown, pointer: string): Json {
    kept.set(pointer, value);
    return { $keep: pointer };
  }

  function encode(value: unknown, pointer: string): Json {
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number") return Number.isFinite(value) ? value : keep(value, pointer);
    if (typeof value === "bigint") return { $bigint: String(value) };
    if (typeof value !== "object" || above.has(value)) return keep(value, pointer);
    if (value instanceof Date || isDate(value)) {
      return Number.isNaN(value.getTime()) ? keep(value, pointer) : { $date: value.toISOString() };
    }
    if (!Array.isArray(value) && !isPlain(value)) return keep(value, pointer);
    above.add(value);
    const encoded = Array.isArray(value)
      ? Array.from(value, (item, at) => encode(item, `${pointer}/${at}`))
      : encodeRecord(value, pointer);
    above.delete(value);
    originals.set(encoded, value);
    return encoded;
  }

  function encodeRecord(value: object, pointer: string): JsonRecord {
    const parts = Object.entries(value).filter(([, part]) => part !== undefined);
    return Object.fromEntries(
      parts.map(([name, part]) => [
        name.startsWith("$") ? `$${name}` : name,
        encode(part, `${pointer}/${escapeName(name)}`),
      ]),
    );
  }

  return { value: encodeRecord(props, ""), kept, originals };
}

/** What stands behind each `$keep` mark, in words. */
export function describeKept({ kept }: EncodedProps): Readonly<Record<string, string>> {
  return Object.fromEntries([...kept].map(([at, value]) => [at, describeValue(value)]));
}

function escapeName(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Also one of another realm. */
function isDate(value: object): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

function isPlain(value: object): boolean {
  // An element is a plain object too, and opening it up would show React's insides.
  if ("$$typeof" in value) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
