/**
 * The locale, of those that an email is written in, that fits a reader best: the same tag, else the
 * same language and script (`zh-TW` is `zh-Hant`), else the same language, else the first.
 *
 * @param asked a BCP 47 tag; `de_AT` is taken for `de-AT`; one that is no tag gets the first
 * @throws {TypeError} when it is no text
 * @see https://www.rfc-editor.org/rfc/rfc4647#section-3.4
 */
export function matchLocale<Locale extends string>(
  asked: unknown,
  locales: readonly [Locale, ...Locale[]],
): Locale {
  const [first] = locales;
  if (asked === undefined || asked === null) return first;
  if (typeof asked !== "string") {
    throw new TypeError("'props.locale' is no text; give a language tag such as \"en\"");
  }
  const wanted = read(asked);
  if (!wanted) return first;
  const same = (is: (one: Intl.Locale) => boolean) =>
    locales.find((locale) => {
      const one = read(locale);
      return one !== undefined && is(one);
    });
  return (
    same((one) => one.baseName === wanted.baseName && one.toString() === wanted.toString()) ??
    same((one) => one.baseName === wanted.baseName) ??
    same((one) => one.language === wanted.language && scriptOf(one) === scriptOf(wanted)) ??
    same((one) => one.language === wanted.language) ??
    first
  );
}

function read(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.trim().replaceAll("_", "-"));
  } catch {
    return undefined;
  }
}

function scriptOf(locale: Intl.Locale): string | undefined {
  return locale.maximize().script;
}
