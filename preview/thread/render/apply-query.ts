import type { EmailQuery } from "../../protocol/index.ts";
import type { LoadedEmail } from "../load/load-email.ts";
import type { PropsVariant } from "../load/name-variants.ts";
import { editProps } from "../props/edit-props.ts";

/**
 * A variant with what was edited laid over its props, and the locale over all of it.
 *
 * @throws {SyntaxError} when the edits are no JSON, or none that can be laid over the props
 */
export function applyQuery(
  { locales }: LoadedEmail,
  variant: PropsVariant,
  { locale, props }: EmailQuery,
): PropsVariant {
  const edited = props === null ? variant.props : editProps(variant.props, props);
  const chosen = locale !== null && locales.includes(locale) ? { locale } : {};
  return { ...variant, props: { ...edited, ...chosen } };
}
