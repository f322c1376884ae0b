import type { EmailQuery, Variant } from "../../protocol/index.ts";

/** How much of an email is sent: the state that shows, every variant of it, or those in every locale. */
export type SendScope = "shown" | "variants" | "locales";

/** What there is of an email. */
export interface SendChoices {
  readonly query: EmailQuery;
  readonly variants: readonly Variant[];
  readonly locales: readonly string[];
}

/** One message to be sent, and what to call it. */
export interface PlannedSend {
  readonly label: string;
  readonly query: EmailQuery;
}

/** The states that a scope means; what was edited is in all of them. */
export function planSend(choices: SendChoices, scope: SendScope): readonly PlannedSend[] {
  const { query } = choices;
  const shown = choices.variants.find(({ slug }) => slug === query.variant);
  const variants =
    scope === "shown" || choices.variants.length === 0
      ? [shown ?? { name: query.variant, slug: query.variant }]
      : choices.variants;
  const locales =
    scope === "locales" && choices.locales.length > 0 ? choices.locales : [query.locale];
  return variants.flatMap(({ name, slug }) =>
    locales.map((locale) => ({
      label: locale === null ? name : `${name}, ${locale}`,
      query: { ...query, variant: slug, locale },
    })),
  );
}

/** The scopes that are worth offering, each with its words. */
export function scopesOf(choices: SendChoices): readonly { scope: SendScope; label: string }[] {
  const { variants, locales } = choices;
  return [
    { scope: "shown" as const, label: "As it shows" },
    ...(variants.length > 1
      ? [{ scope: "variants" as const, label: `All ${variants.length} variants` }]
      : []),
    ...(locales.length > 1
      ? [{ scope: "locales" as const, label: `All variants in ${locales.length} locales` }]
      : []),
  ];
}
