import { themeValue } from "./tailwind-theme.ts";

/** A variable without a fallback. With one, a client that knows `var()` shows something already. */
const variable = /var\(\s*--([\w-]+)\s*\)/g;

/** A gradient's colour space, which mail clients do not parse: `to right in oklab`. */
const colorSpace =
  /(gradient\(\s*)([^,()]*?)\s*\bin (?:ok)?(?:lab|lch)(?: (?:longer|shorter|increasing|decreasing) hue)?\s*(,?)/gi;

/** Whether CSS may hold what {@link resolveTheme} puts right. */
export function mayHoldTheme(css: string): boolean {
  return css.includes("var(--") || css.includes("gradient(");
}

/**
 * Puts the values of Tailwind's own theme in the place of variables that nothing defines: React Email
 * resolves a variable of the theme, but not one inside another variable, as in a gradient or a ring.
 * A browser ignores the whole declaration for it.
 *
 * @param isDefined whether the document itself defines a variable, by its name with the dashes
 */
export function resolveTheme(css: string, isDefined: (name: string) => boolean): string {
  return css
    .replace(variable, (whole, name: string) => {
      const value = themeValue(name);
      return value === undefined || isDefined(`--${name}`) ? whole : value;
    })
    .replace(colorSpace, (_whole, start: string, direction: string, comma: string) =>
      direction === "" ? start : `${start}${direction}${comma}`,
    );
}
