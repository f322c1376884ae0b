/** Attributes whose value may name an image. */
const attribute = /\b(src|srcset|background|poster|style)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/gi;

const sheet = /(<style\b[^>]*>)([\s\S]*?)(<\/style>)/gi;

/**
 * The email with its images of `/static/` looked for where an exported preview has them. For the
 * frame only: what is sent, and shown as source, stays as it is.
 *
 * @param basePath where the preview lies on its host, from slash to slash
 */
export function placeStaticImages(html: string, basePath: string): string {
  if (basePath === "/" || !html.includes("/static/")) return html;
  const inCss = (css: string) =>
    css.replace(/(url\(\s*(?:&quot;|&#x27;|["'])?)\/static\//gi, `$1${basePath}static/`);
  return html
    .replace(attribute, (_, name: string, equals: string, value: string) => {
      const isStyle = name.toLowerCase() === "style";
      return name + equals + (isStyle ? inCss(value) : inAddresses(value, basePath));
    })
    .replace(sheet, (_, open: string, css: string, close: string) => open + inCss(css) + close);
}

/** One address, or several as in `srcset`. */
function inAddresses(value: string, basePath: string): string {
  return value.replace(/(^["']?\s*|,\s*|\s)\/static\//g, `$1${basePath}static/`);
}
