import type { EmailSpread, EmailView, FindingSpread } from "../../protocol/index.ts";

/** Collects in which states of an email its faults are. */
export interface SpreadCollector {
  /**
   * @param locale the locale that was asked for; null: as the props say
   * @param keys of the findings of the state
   */
  add(view: EmailView, locale: string | null, keys: readonly string[]): void;
  spread(isWhole: boolean): EmailSpread;
}

/** @param first the email in its first state, which tells all others */
export function collectSpread({ revision, variants, locales }: EmailView): SpreadCollector {
  const found = new Map<string, { variants: Set<string>; locales: Set<string> }>();
  return {
    add({ variant }, locale, keys) {
      const name = variants.find(({ slug }) => slug === variant)?.name ?? variant;
      for (const key of keys) {
        const spread = found.get(key) ?? { variants: new Set(), locales: new Set() };
        spread.variants.add(name);
        if (locale !== null) spread.locales.add(locale);
        found.set(key, spread);
      }
    },
    spread(isWhole) {
      const findings: Record<string, FindingSpread> = {};
      for (const [key, spread] of found) {
        findings[key] = { variants: [...spread.variants], locales: [...spread.locales] };
      }
      return {
        ...{ revision, findings, isWhole },
        ...{ variantCount: variants.length, localeCount: locales.length },
      };
    },
  };
}
