import { PostmarkRefusal } from "../postmark-refusal.ts";

/** The fields of a JSON object; their names count in any case, as they do at Postmark. */
export interface Fields {
  /** `undefined` when it is not there, or null. */
  text(name: string): string | undefined;
  boolean(name: string): boolean | undefined;
  list(name: string): readonly unknown[];
  record(name: string): Readonly<Record<string, unknown>> | undefined;
  /** Whether it is there, and not null. */
  has(name: string): boolean;
}

/**
 * Reads the fields of a JSON object.
 *
 * @throws {PostmarkRefusal} when it is none; a field of another type is refused when it is read
 */
export function readFields(json: unknown): Fields {
  if (!isRecord(json)) {
    throw new PostmarkRefusal(402, "Received invalid JSON input: an object was expected.");
  }
  const values = new Map<string, unknown>();
  for (const [name, value] of Object.entries(json)) {
    if (value !== null) values.set(name.toLowerCase(), value);
  }
  const get = (name: string) => values.get(name.toLowerCase());

  function typed<Value>(name: string, isRight: (value: unknown) => value is Value) {
    const value = get(name);
    if (value === undefined || isRight(value)) return value;
    throw new PostmarkRefusal(403, `Invalid request field(s) - ${name}`);
  }

  return {
    text: (name) => typed(name, isText),
    boolean: (name) => typed(name, isBoolean),
    list: (name) => typed(name, isList) ?? [],
    record: (name) => typed(name, isRecord),
    has: (name) => get(name) !== undefined,
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
