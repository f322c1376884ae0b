import type { LightningCss } from "./lightning.ts";
import { lowerSheet } from "./lower-sheet.ts";

/**
 * One declaration of a `style` attribute as Gmail and Outlook parse it.
 *
 * @param declaration `name:value`
 * @returns the declaration; empty when it says nothing outside a browser; unchanged when it does
 * not parse
 */
export function lowerDeclaration(lightning: LightningCss, declaration: string): string {
  try {
    // As a rule, not by `transformStyleAttribute`: that one ends the process when a visitor's
    // answer displeases it.
    const css = lowerSheet(lightning, `a{${declaration}}`);
    if (css === "") return "";
    const [, lowered] = /^a\{([^{}]*)\}$/.exec(css) ?? [];
    return lowered ?? declaration;
  } catch {
    return declaration;
  }
}
