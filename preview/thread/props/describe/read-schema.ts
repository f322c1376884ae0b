import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import type { PropType } from "../../../protocol/props/prop-type.ts";
import { type JsonSchema, readJsonSchema } from "./read-json-schema.ts";

type MaybeJsonSchema = StandardSchemaV1["~standard"] & Partial<StandardJSONSchemaV1["~standard"]>;

/** The name under which zod's dates and big integers, which JSON Schema lacks, are told. */
const programType = "x-program-type";

/**
 * What a schema says of the props, where its library can tell: those with the JSON Schema extension
 * of Standard Schema can (zod from 4.2, valibot with `toStandardJsonSchema`, arktype).
 *
 * @returns `undefined` when it cannot
 */
export function readSchema(schema: StandardSchemaV1 | undefined): PropType | undefined {
  const standard = schema?.["~standard"] as MaybeJsonSchema | undefined;
  if (!standard?.jsonSchema) return undefined;
  const target = "draft-2020-12";
  for (const libraryOptions of [optionsOf(standard.vendor), undefined]) {
    try {
      const options = libraryOptions ? { target, libraryOptions } : { target };
      return readJsonSchema(standard.jsonSchema.input(options) as JsonSchema, programType);
    } catch {
      // A library refuses what JSON Schema cannot express; then the values have to tell.
    }
  }
  return undefined;
}

/** How each library is asked to leave out what it cannot express instead of giving up. */
function optionsOf(vendor: string): Record<string, unknown> | undefined {
  if (vendor === "zod") return { unrepresentable: "any", override: tellZodType };
  if (vendor === "valibot") return { errorMode: "ignore" };
  if (vendor === "arktype") {
    return { fallback: ({ base }: { readonly base: unknown }) => base };
  }
  return undefined;
}

function tellZodType(context: {
  readonly zodSchema: { readonly _zod: { readonly def: { readonly type: string } } };
  readonly jsonSchema: Record<string, unknown>;
}): void {
  const { type } = context.zodSchema._zod.def;
  if (type === "date" || type === "bigint") context.jsonSchema[programType] = type;
}
