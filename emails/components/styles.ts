import { fills, inks, lines, palette, width } from "../theme.ts";

/** `t-` for text, `f-` for fills, `e-` for edges: the classes that `paint` gives. */
function darkRules(inkPrefix: string, fillPrefix: string): string {
  const { dark } = palette;
  return [
    ...inks.map((name) => `${inkPrefix}.t-${name}{color:${dark[name]}!important}`),
    ...fills.map((name) => `${fillPrefix}.f-${name}{background-color:${dark[name]}!important}`),
    ...lines.map((name) => `${fillPrefix}.e-${name}{border-color:${dark[name]}!important}`),
  ].join("");
}

/** Dark colours for clients that ask the reader's system. */
export const darkStyles = `@media (prefers-color-scheme:dark){${darkRules("", "")}}`;

/**
 * The same for Outlook.com, which marks elements whose ink or fill it changed itself. A block of
 * its own, because a client that dislikes the selector may drop all that stands beside it.
 */
export const outlookDarkStyles = darkRules("[data-ogsc] ", "[data-ogsb] ");

/** What changes on a phone: the sheet loses its edge, columns stack, buttons fill the width. */
export const phoneStyles = `@media only screen and (max-width:${width.phone}px){${[
  ".ph-sheet{border-left:0!important;border-right:0!important;border-radius:0!important}",
  ".ph-pad{padding-left:20px!important;padding-right:20px!important}",
  ".ph-sheet-pad{padding:28px 20px 32px!important}",
  ".ph-stack{display:block!important;width:100%!important;box-sizing:border-box!important}",
  ".ph-flush{padding-left:0!important}",
  ".ph-full{width:100%!important}",
  ".ph-button{display:block!important;text-align:center!important}",
  ".ph-title{font-size:26px!important;line-height:33px!important}",
].join("")}}`;

/** Stops clients from painting dates, addresses and numbers as links of their own. */
export const resetStyles = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  `body{margin:0;padding:0;width:100%;background-color:${palette.light.page};-webkit-text-size-adjust:100%;text-size-adjust:100%}`,
  "table{border-collapse:separate}",
  "a[x-apple-data-detectors]{color:inherit!important;text-decoration:none!important}",
].join("");

/** Word ignores `max-width`, so Outlook is told the sheet's width in a block only it reads. */
export const wordStyles = `<style>.sheet{width:${width.sheet}px}</style>`;
