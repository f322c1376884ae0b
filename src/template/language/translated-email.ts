import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { EmailDefinition, Variants } from "../email.ts";

/** What the component, `subject` and `text` of an email with a translator get besides its props. */
export interface Translated<Translate = unknown, Locale extends string = string> {
  /** The one translator of this render, made by the definition's `translator`. */
  readonly t: Translate;
  /** One of the email's `locales`: the one that fits the reader best. */
  readonly locale: Locale;
}

/**
 * Told of a key that has no words in a language: use-intl's `onError` or i18next's
 * `parseMissingKeyHandler` fit. The render goes on, with a warning that names the key.
 */
export type OnMissing = (missing: Error | string) => void;

/** The props that a sender gives: the email's own, and the reader's language. */
export type Untranslated<Props extends Translated> = Omit<Props, keyof Translated> & {
  /**
   * The reader's language, as a BCP 47 tag. One that the email is not written in gets the nearest: the
   * same language and script, the same language, the first of `locales`.
   *
   * @default the first of `locales`
   */
  readonly locale?: Props["locale"] | (string & Record<never, never>) | undefined;
};

/** An email that is written in several languages, with one translator for each render. */
export interface TranslatedEmailDefinition<Props extends Translated>
  extends Omit<EmailDefinition<Props>, "variants" | "schema" | "locales"> {
  /**
   * The languages it is written in, as BCP 47 tags, at least one. The first is for readers of all
   * others.
   */
  readonly locales: readonly Props["locale"][];
  /**
   * Makes the translator of one render. The component, `subject` and `text` get it as `t`. Nothing is
   * shared between renders, so that two sends at once never mix their languages.
   *
   * @example
   * translator: (locale, onError) => createTranslator({ locale, messages: messages[locale], onError })
   */
  readonly translator: (
    locale: NoInfer<Props>["locale"],
    onMissing: OnMissing,
  ) => NoInfer<Props>["t"] | Promise<NoInfer<Props>["t"]>;
  readonly variants: Variants<NoInfer<Untranslated<Props>>>;
  /** Checks the props but for `locale`, at run time; any Standard Schema. */
  readonly schema?: StandardSchemaV1<unknown, NoInfer<Omit<Props, keyof Translated>>> | undefined;
}
