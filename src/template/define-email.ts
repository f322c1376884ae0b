import type { Email, EmailDefinition } from "./email.ts";
import type {
  Translated,
  TranslatedEmailDefinition,
  Untranslated,
} from "./language/translated-email.ts";
import { checkLocales } from "./locales.ts";

/** What all definitions have that is looked at here. */
interface AnyDefinition {
  readonly id: string;
  readonly locales?: unknown;
  readonly translator?: unknown;
}

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
export function defineEmail<Props extends Translated>(
  definition: TranslatedEmailDefinition<Props>,
): Email<Untranslated<Props>>;
/** Declares an email in one language, or one that finds its words by its `locale` prop itself. */
export function defineEmail<Props extends object>(definition: EmailDefinition<Props>): Email<Props>;
/** What both do. */
export function defineEmail(definition: AnyDefinition): object {
  const { id, locales, translator } = definition;
  checkLocales(id, locales);
  if (translator !== undefined) checkTranslator(id, translator, locales);
  return Object.freeze({ ...definition, [brand]: true });
}

function checkTranslator(id: string, translator: unknown, locales: unknown): void {
  if (typeof translator !== "function") {
    throw new TypeError(
      `Cannot define ${id}: 'translator' is no function; write (locale, onMissing) => a translator`,
    );
  }
  if (!Array.isArray(locales) || locales.length === 0) {
    throw new TypeError(
      `Cannot define ${id}: 'translator' needs 'locales', the languages it is written in, such as ["en", "de"]`,
    );
  }
}

/** Whether a value was made by {@link defineEmail}, whichever copy of the module made it. */
export function isEmail(value: unknown): value is Email {
  return typeof value === "object" && value !== null && brand in value;
}
