import type { PropsView } from "../../protocol/index.ts";
import type { PropType } from "../../protocol/props/prop-type.ts";
import type { LoadedEmail } from "../load/load-email.ts";
import { describeProps } from "./describe-props.ts";

/**
 * What can be edited of an email that was loaded; of its default variant when there is no such one.
 *
 * @param types what the program says of the component's props, if it says anything
 */
export function viewProps(
  { id, definition, variants }: LoadedEmail,
  slug: string,
  types: PropType | undefined,
): Omit<PropsView, "revision"> {
  const variant = variants.find((one) => one.slug === slug) ?? variants[0];
  return {
    id,
    variant: variant.slug,
    ...describeProps({
      schema: definition?.schema,
      types,
      props: variant.props,
      all: variants.map(({ props }) => props),
    }),
  };
}
