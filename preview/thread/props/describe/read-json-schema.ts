import type { Json } from "../../../protocol/props/json.ts";
import type { PropField, PropType } from "../../../protocol/props/prop-type.ts";
import { asUnion, hasOwnWords } from "./union.ts";

/** The part of JSON Schema 2020-12 that says something about a form. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly default?: Json;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: boolean | JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly [name: string]: unknown;
}

/** How deep a type that contains itself is followed; below, its parts are edited as JSON. */
const deepest = 12;

/**
 * A JSON Schema as the type of a prop.
 *
 * @param programType name under which a library tells `date` and `bigint`, which JSON lacks
 */
export function readJsonSchema(root: JsonSchema, programType: string): PropType {
  function read(schema: JsonSchema, depth: number): PropType {
    const { description = schema.title, default: fallback } = schema;
    return {
      ...readShape(schema, depth),
      ...(description === undefined ? {} : { description }),
      ...(fallback === undefined ? {} : { fallback }),
    };
  }

  function readShape(schema: JsonSchema, depth: number): PropType {
    if (depth > deepest) return { kind: "unknown" };
    if (schema.$ref !== undefined) return read(resolve(schema.$ref), depth + 1);
    if (schema[programType] === "date") return { kind: "date" };
    if (schema[programType] === "bigint") return { kind: "number", integer: true, big: true };
    const options = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
    if (options) return asUnion(options.map(ofConstant));
    const shapes = schema.anyOf ?? schema.oneOf;
    if (shapes) return asUnion(shapes.map((shape) => read(shape, depth + 1)));
    if (schema.allOf) return read(joined(schema), depth + 1);
    if (Array.isArray(schema.type)) {
      return asUnion(schema.type.map((type) => read({ ...schema, type }, depth + 1)));
    }
    return readType(schema, depth);
  }

  function readType(schema: JsonSchema, depth: number): PropType {
    const { exclusiveMinimum: above, exclusiveMaximum: below } = schema;
    // Among whole numbers, more than 0 is at least 1.
    const step = schema.type === "integer" ? 1 : 0;
    const minimum = schema.minimum ?? (above === undefined ? undefined : above + step);
    const maximum = schema.maximum ?? (below === undefined ? undefined : below - step);
    switch (schema.type) {
      case "string":
        return { kind: "text", ...pick(schema, ["format", "minLength", "maxLength", "pattern"]) };
      case "integer":
        return { kind: "number", integer: true, ...limits(minimum, maximum) };
      case "number":
        return { kind: "number", ...limits(minimum, maximum) };
      case "boolean":
        return { kind: "switch" };
      case "null":
        return { kind: "choice", options: [], nullable: true };
      case "array":
        return readList(schema, depth);
      case "object":
        return readObject(schema, depth);
      default:
        return schema.properties ? readObject(schema, depth) : { kind: "unknown" };
    }
  }

  function readList(schema: JsonSchema, depth: number): PropType {
    const { items, prefixItems } = schema;
    const sizes = pick(schema, ["minItems", "maxItems"]);
    const shapes = [...(prefixItems ?? []), ...(typeof items === "object" ? [items] : [])];
    if (shapes.length === 0) return { kind: "list", item: { kind: "unknown" }, ...sizes };
    const item = asUnion(shapes.map((shape) => read(shape, depth + 1)));
    return { kind: "list", item, ...sizes };
  }

  function readObject(schema: JsonSchema, depth: number): PropType {
    const { properties = {}, required = [], additionalProperties } = schema;
    const fields = Object.entries(properties).map(([name, part]): PropField => {
      const type = read(part, depth + 1);
      return { name, type: required.includes(name) ? type : { ...type, optional: true } };
    });
    if (typeof additionalProperties !== "object") return { kind: "object", fields };
    return { kind: "object", fields, others: read(additionalProperties, depth + 1) };
  }

  function resolve(reference: string): JsonSchema {
    if (reference === "#") return root;
    const name = decodeURIComponent(reference.replace(/^#\/\$defs\//, ""));
    return root.$defs?.[name.replaceAll("~1", "/").replaceAll("~0", "~")] ?? {};
  }

  /** All parts of an intersection of objects as one. */
  function joined({ allOf = [], ...rest }: JsonSchema): JsonSchema {
    const parts = [rest, ...allOf].map((part) => (part.$ref ? resolve(part.$ref) : part));
    return {
      ...Object.assign({}, ...parts),
      ...(parts.some((part) => part.properties)
        ? {
            type: "object",
            properties: Object.assign({}, ...parts.map((part) => part.properties)),
            required: parts.flatMap((part) => part.required ?? []),
          }
        : {}),
      allOf: undefined,
    };
  }

  return read(root, 0);
}

function ofConstant(value: Json): PropType {
  if (value === null) return { kind: "choice", options: [], nullable: true };
  return hasOwnWords(value) ? { kind: "choice", options: [value] } : { kind: "unknown" };
}

/** zod writes the safe integers out; they limit no one. */
function limits(minimum: number | undefined, maximum: number | undefined) {
  const isLimit = (value: number | undefined) =>
    value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  return {
    ...(isLimit(minimum) ? { minimum } : {}),
    ...(isLimit(maximum) ? { maximum } : {}),
  };
}

function pick<Name extends keyof JsonSchema>(
  schema: JsonSchema,
  names: readonly Name[],
): Pick<JsonSchema, Name> {
  const given = names.filter((name) => schema[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, schema[name]])) as Pick<JsonSchema, Name>;
}
