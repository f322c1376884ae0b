import type { Email } from "../email.ts";
import type { RenderWarning } from "../warning.ts";
import { matchLocale } from "./match-locale.ts";
import type { OnMissing, Translated } from "./translated-email.ts";

/** One render's language. */
export interface Translation {
  readonly locale: string;
  /** What the component, `subject` and `text` get besides the props; nothing without a translator. */
  readonly given: Partial<Translated>;
  /** The props without the reader's language, where the email has a translator. */
  readonly props: object;
  /** A warning for each key that was missed so far. */
  readonly warnings: () => readonly RenderWarning[];
}

/** An email as its definition made it; `translator` where it has one. */
type DefinedEmail = Pick<Email, "id" | "locales"> & {
  readonly translator?: (locale: string, onMissing: OnMissing) => unknown;
};

/**
 * Finds the language of one render and makes its translator.
 *
 * @returns undefined for an email that is written in one language
 * @throws {TypeError} when the reader's language is no text
 * @throws what the translator throws
 */
export async function translate(
  email: DefinedEmail,
  props: object,
): Promise<Translation | undefined> {
  const [first, ...others]: readonly string[] = email.locales ?? [];
  if (first === undefined) return undefined;
  const { locale: asked, ...own } = props as { readonly locale?: unknown };
  if (!email.translator) {
    const locale = [first, ...others].find((one) => one === asked);
    return locale === undefined ? undefined : { locale, given: {}, props, warnings: () => [] };
  }
  const locale = matchLocale(asked, [first, ...others]);
  const missing = new Set<string>();
  const t = await email.translator(locale, (what) => {
    missing.add(typeof what === "string" ? `\`${what}\`` : firstLine(what));
  });
  return {
    ...{ locale, given: { t, locale }, props: own },
    warnings: () =>
      [...missing].map((what) => ({
        code: "translation-missing",
        message: `A translation is missing in ${locale}: ${what}; add its words`,
      })),
  };
}

/** `MISSING_MESSAGE: Could not resolve …` without the code, which says the same. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [line = ""] = message.split("\n");
  return line.replace(/^[A-Z_]+: /, "").replace(/\.$/, "");
}
