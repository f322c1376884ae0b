import { themeValue } from "../../src/template/css/tailwind-theme.ts";

/**
 * The unfinished HTML with what finishing is there to change for the eye, put in by other means: the
 * language of the mail, colours of Tailwind's theme, the metas for the dark, the dark class of the
 * cell, and style sheets that the author nested. Everything else must look the same without it.
 *
 * @param raw as React wrote it
 * @param finished only its metas are read
 */
export function referenceOf(raw: string, finished: string): string {
  const scheme = /<meta name="color-scheme" content="([^"]*)"/.exec(finished)?.[1] ?? "light";
  const root = /<html\b[^>]*>/.exec(raw)?.[0] ?? "";
  const lang = / lang="([^"]*)"/.exec(root)?.[1];
  const dir = / dir="([^"]*)"/.exec(root)?.[1];
  let html = raw
    // React's marks between texts: a browser shapes the letters on both sides apart.
    .replaceAll("<!-- -->", "")
    .replaceAll(/(gradient\([^,()]+?) in oklab(?=,)/g, "$1")
    .replaceAll("gradient(in oklab,", "gradient(")
    // A mix is a colour of its space, in which a gradient then runs: what it comes to is not.
    .replaceAll(
      /color-mix\(in oklab,\s*var\(--([\w-]+)\) ([\d.]+)%,\s*transparent\)/g,
      (_whole, name: string, percent: string) => withAlpha(themeValue(name) ?? "", percent),
    );
  if (lang && dir) {
    html = html.replaceAll(
      /(<(?:body|td)[^>]*?) dir="ltr" lang="en"/g,
      `$1 dir="${dir}" lang="${lang}"`,
    );
  }
  const bodyClass = /<body class="([^"]*)"/
    .exec(html)?.[1]
    ?.split(" ")
    .filter((name) => /^dark|^bg$/.test(name));
  if (bodyClass?.length) {
    html = html.replace(/(<body.*?<tr><td)(?= |>)/s, `$1 class="${bodyClass.join(" ")}"`);
  }
  const variables = [...html.matchAll(/var\(--([\w-]+)\)/g)].flatMap(([, name = ""]) => {
    const value = themeValue(name);
    return value ? [`--${name}:${value}`] : [];
  });
  const added = `<meta name="color-scheme" content="${scheme}"/><style>:root{${variables.join(";")}}</style>`;
  return html.includes("<head>")
    ? html.replace("<head>", `<head>${added}`)
    : html.replace(/(<html\b[^>]*>)/, `$1<head>${added}</head>`);
}

function withAlpha(hex: string, percent: string): string {
  const digits = hex.slice(1).replace(/^(.)(.)(.)$/, "$1$1$2$2$3$3");
  const channels = (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return `rgba(${channels.join(",")},${Number(percent) / 100})`;
}
