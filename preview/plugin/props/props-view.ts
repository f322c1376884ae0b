import type { FoundEmail } from "../../../src/build/find-emails.ts";
import type { PropsView } from "../../protocol.ts";
import type { LoadedEmail } from "../render/load-email.ts";
import { describeProps } from "./describe-props.ts";
import { readComponentType } from "./source/read-component-type.ts";

/** What can be edited of an email that was loaded; of its default variant when there is no such one. */
export function viewProps(
  found: FoundEmail,
  { definition, variants }: LoadedEmail,
  slug: string,
): Omit<PropsView, "revision"> {
  const variant = variants.find((one) => one.slug === slug) ?? variants[0];
  return {
    id: found.id,
    variant: variant.slug,
    ...describeProps({
      schema: definition?.schema,
      types: readComponentType(found.realPath),
      props: variant.props,
      all: variants.map(({ props }) => props),
    }),
  };
}
