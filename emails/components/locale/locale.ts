/** Languages that an email may be written in. Those that are not translated are English. */
export type Locale = "en" | "de" | "ar" | "ja";

/** What the document says of its language. */
export interface Language {
  /** BCP 47 tag. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
}

const languages: Readonly<Record<Locale, Language>> = {
  en: { lang: "en-GB", dir: "ltr" },
  de: { lang: "de-DE", dir: "ltr" },
  // Arabic with the digits that codes and clocks have everywhere.
  ar: { lang: "ar-u-nu-latn", dir: "rtl" },
  ja: { lang: "ja-JP", dir: "ltr" },
};

/** The language that a locale stands for; formats of `Intl` take its tag as well. */
export function languageOf(locale: Locale): Language {
  return languages[locale];
}
