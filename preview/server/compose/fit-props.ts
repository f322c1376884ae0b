import { isRecord, type Json, type JsonRecord, markOf } from "../../protocol/props/json.ts";
import type { ObjectProp, PropType } from "../../protocol/props/prop-type.ts";

/** Props as the preview takes them, or what is wrong with them, as sentences. */
export interface FittedProps {
  /** With marks for what JSON lacks. `undefined`: left out. */
  readonly value: Json | undefined;
  readonly problems: readonly string[];
}

/**
 * Fits plain JSON to the type of an email's props: a text becomes the `Date` that the type asks for,
 * and what is missing, unknown or of another type is told by its path.
 *
 * @param path of the value: `props.order`
 */
export function fitProps(type: PropType, given: Json | undefined, path: string): FittedProps {
  if (given === undefined) {
    const mayLack = type.optional === true || type.fallback !== undefined;
    return mayLack ? fine(undefined) : wrong(`${path} is missing`);
  }
  if (given === null) {
    if (type.nullable || type.kind === "unknown") return fine(null);
    return type.optional ? fine(undefined) : wrong(`${path} is null, and must be ${nameOf(type)}`);
  }
  if (markOf(given) !== undefined) return fine(given);
  const refuse = () => wrong(`${path} must be ${nameOf(type)}, got ${shortly(given)}`);
  switch (type.kind) {
    case "text":
      return typeof given === "string" ? fine(given) : refuse();
    case "switch":
      return typeof given === "boolean" ? fine(given) : refuse();
    case "number":
      if (type.big && /^-?\d+$/.test(String(given))) return fine({ $bigint: String(given) });
      return typeof given === "number" && !type.big ? fine(given) : refuse();
    case "date":
      if (typeof given !== "string" || Number.isNaN(Date.parse(given))) return refuse();
      return fine({ $date: new Date(given).toISOString() });
    case "choice":
      return type.options.some((option) => option === given) ? fine(given) : refuse();
    case "list":
      if (!Array.isArray(given)) return refuse();
      return together(given.map((item, at) => fitProps(type.item, item, `${path}[${at}]`)));
    case "object":
      return isRecord(given) ? fitObject(type, given, path) : refuse();
    case "union": {
      const fitted = type.options.map((option) => fitProps(option, given, path));
      return fitted.find(({ problems }) => problems.length === 0) ?? refuse();
    }
    default:
      return fine(given);
  }
}

function fitObject(type: ObjectProp, given: JsonRecord, path: string): FittedProps {
  const { fields, others } = type;
  const known = new Set(fields.map(({ name }) => name));
  const parts = [
    ...fields.map(({ name, type: part }) => ({
      name,
      ...fitProps(part, Object.hasOwn(given, name) ? given[name] : undefined, `${path}.${name}`),
    })),
    ...Object.entries(given)
      .filter(([name]) => !known.has(name))
      .map(([name, value]) => ({
        name,
        ...(others
          ? fitProps(others, value, `${path}.${name}`)
          : wrong(`${path}.${name} is unknown; there is ${[...known].join(", ")}`)),
      })),
  ];
  const value = Object.fromEntries(
    parts.flatMap((part) =>
      part.value === undefined ? [] : [[escapeName(part.name), part.value]],
    ),
  );
  return { value, problems: parts.flatMap(({ problems }) => problems) };
}

/** A name that begins with `$` would be a mark. */
function escapeName(name: string): string {
  return name.startsWith("$") ? `$${name}` : name;
}

function together(parts: readonly FittedProps[]): FittedProps {
  return {
    value: parts.map(({ value }) => value ?? null),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

function fine(value: Json | undefined): FittedProps {
  return { value, problems: [] };
}

function wrong(problem: string): FittedProps {
  return { value: undefined, problems: [problem] };
}

const names: Readonly<Partial<Record<PropType["kind"], string>>> = {
  ...{ text: "a text", number: "a number", switch: "true or false", list: "a list" },
  ...{ object: "an object", date: "a date, such as 2026-03-14T09:41:00Z" },
};

function nameOf(type: PropType): string {
  if (type.kind === "choice") return `one of ${type.options.join(", ")}`;
  if (type.kind === "union") return [...new Set(type.options.map(nameOf))].join(" or ");
  return names[type.kind] ?? "a value";
}

/** Longest part of a value that a message repeats, in characters. */
const longestShown = 40;

function shortly(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
