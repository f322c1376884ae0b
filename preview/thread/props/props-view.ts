import type { PropsView } from "../../protocol/index.ts";
import type { ObjectProp, PropType } from "../../protocol/props/prop-type.ts";
import type { LoadedEmail } from "../load/load-email.ts";
import { describeProps } from "./describe-props.ts";

/**
 * What can be edited of an email that was loaded; of its default variant when there is no such one.
 *
 * @param types what the program says of the component's props, if it says anything
 */
export function viewProps(
  { id, definition, variants, locales }: LoadedEmail,
  slug: string,
  types: PropType | undefined,
): Omit<PropsView, "revision"> {
  const variant = variants.find((one) => one.slug === slug) ?? variants[0];
  const described = describeProps({
    schema: definition?.schema,
    types,
    props: variant.props,
    all: variants.map(({ props }) => props),
  });
  const isTranslated = definition !== undefined && "translator" in definition;
  return {
    id,
    variant: variant.slug,
    ...described,
    ...(isTranslated && { type: asGiven(described.type, locales) }),
  };
}

/**
 * What a sender gives to an email with a translator: neither the translator, nor the locale that fits
 * best, but a language if it likes, of which the schema knows nothing.
 */
function asGiven(type: ObjectProp, locales: readonly string[]): ObjectProp {
  const description = `Language of the reader. Written in ${locales.join(", ")}`;
  const locale = { name: "locale", type: { kind: "text", optional: true, description } } as const;
  const own = type.fields.filter(({ name }) => name !== "t" && name !== "locale");
  return { ...type, fields: [...own, locale] };
}
