/**
 * Checks the locales that an email declares. Looks at any value, since callers may write JavaScript.
 *
 * @throws {TypeError} when it is no list of texts
 * @throws {RangeError} when one is no language tag (BCP 47), or stands there twice
 */
export function checkLocales(id: string, locales: unknown): void {
  if (locales === undefined) return;
  const refusal = `Cannot define ${id}: 'locales'`;
  if (!Array.isArray(locales)) {
    throw new TypeError(`${refusal} is no list; write the languages as ["en", "de"]`);
  }
  for (const [at, locale] of locales.entries()) {
    if (typeof locale !== "string") {
      throw new TypeError(`${refusal}[${at}] is no text; write a language tag such as "en"`);
    }
    if (!isLanguageTag(locale)) {
      throw new RangeError(
        `${refusal}[${at}] is "${locale}", no language tag; write one such as "en" or "pt-BR"`,
      );
    }
    if (locales.indexOf(locale) < at) {
      throw new RangeError(`${refusal} has "${locale}" twice; name each language once`);
    }
  }
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
