import type { Email, EmailDefinition } from "./email.ts";
import { checkLocales } from "./locales.ts";

const brand = Symbol.for("letterpress.email");

/**
 * Declares an email. Pure: it renders nothing and touches nothing.
 *
 * @throws {TypeError | RangeError} when `locales` is no list of different language tags
 *
 * @example
 * export default defineEmail({
 *   id: "account/welcome",
 *   component: Welcome,
 *   subject: ({ name }) => `Welcome, ${name}`,
 *   variants: { default: { name: "Ada" } },
 * });
 */
export function defineEmail<Props extends object>(
  definition: EmailDefinition<Props>,
): Email<Props> {
  checkLocales(definition.id, definition.locales);
  return Object.freeze({ ...definition, [brand]: true });
}

/** Whether a value was made by {@link defineEmail}, whichever copy of the module made it. */
export function isEmail(value: unknown): value is Email {
  return typeof value === "object" && value !== null && brand in value;
}
