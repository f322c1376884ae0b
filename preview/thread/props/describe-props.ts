import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { PropsView } from "../../protocol/index.ts";
import type { ObjectProp, PropType } from "../../protocol/props/prop-type.ts";
import { mergeTypes } from "./describe/merge-types.ts";
import { readSchema } from "./describe/read-schema.ts";
import { readValues } from "./describe/read-values.ts";
import { asUnion } from "./describe/union.ts";
import { describeKept, encodeProps } from "./encode-props.ts";

/** What there is to learn an email's props from. */
export interface PropsSource {
  readonly schema: StandardSchemaV1 | undefined;
  /** What the program says, if it says anything. */
  readonly types: PropType | undefined;
  /** The props of the variant that shows. */
  readonly props: object;
  /** Those of all variants. */
  readonly all: readonly object[];
}

/**
 * What can be edited of an email's props, and what they are now. The schema is believed before the
 * component's types, and both before what the variants' values look like.
 */
export function describeProps(
  source: PropsSource,
): Pick<PropsView, "type" | "sources" | "values" | "kept"> {
  const encoded = encodeProps(source.props);
  const schema = usable(readSchema(source.schema));
  const types = usable(source.types);
  const values = usable(readValues(source.all.map((props) => encodeProps(props).value)));
  const found = [schema, types, values].filter((type) => type !== undefined);
  const [best = { kind: "object", fields: [] } as const, ...others] = found;
  const type = others.reduce<PropType>(mergeTypes, best);
  return {
    type: type.kind === "object" ? type : { kind: "object", fields: [] },
    sources: [
      ...(schema ? (["schema"] as const) : []),
      ...(types ? (["types"] as const) : []),
      ...(values ? (["values"] as const) : []),
    ],
    values: encoded.value,
    kept: describeKept(encoded),
  };
}

/** Props are an object; several shapes of one are shown as the parts of all. */
function usable(type: PropType | undefined): ObjectProp | undefined {
  if (type?.kind === "object") return type;
  if (type?.kind !== "union") return undefined;
  const objects = type.options.filter((option) => option.kind === "object");
  if (objects.length < type.options.length) return undefined;
  const names = [...new Set(objects.flatMap(({ fields }) => fields.map(({ name }) => name)))];
  return {
    kind: "object",
    fields: names.map((name) => {
      const all = objects.flatMap(({ fields }) => fields.filter((field) => field.name === name));
      const union = asUnion(all.map((field) => field.type));
      const inAll = all.length === objects.length;
      return { name, type: inAll ? union : { ...union, optional: true } };
    }),
  };
}
