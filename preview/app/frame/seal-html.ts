/** Where the name of an attribute may begin: after white space, a slash or a quoted value. */
const beforeName = /(?<=[\s/"'])/.source;

const referrerPolicy = new RegExp(`${beforeName}referrerpolicy(?=\\s*=)`, "gi");
const attribution = new RegExp(`${beforeName}attributionsrc(?=[\\s=/>])`, "gi");

const meta = /<meta(?=[\s/>])/gi;

/** A `<meta>` that every parser reads alike. */
const plainMeta = new RegExp(
  String.raw`<meta((?:\s+[a-z-]+(?:=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=${"`"}/]+))?)*)\s*/?>`,
  "iy",
);
/** What a `<meta>` may say of itself: nothing that makes the browser ask somebody, or ask differently. */
const harmlessMeta =
  /^(?:\s+(?:(?:content|charset|property|id|class|itemprop|lang|scheme|media)(?:="[^"]*"|='[^']*'|=[^\s"']+)?|name=["']?(?!referrer\b)[\w:.-]+["']?|http-equiv=["']?(?:content-type|x-ua-compatible|content-language)["']?))*$/i;

/** Of two attributes of one name the first counts (HTML, "Attribute name state"). */
const undone = ' name="" http-equiv=""';

/**
 * Takes from an email's HTML what would have the browser tell others where it is shown: a policy of
 * its own for the `Referer` header, at an element or for the whole, and a refresh. Nothing else
 * changes, and no element comes or goes.
 */
export function sealReferrer(html: string): string {
  return html
    .replace(referrerPolicy, "data-referrerpolicy")
    .replace(meta, (open, at: number, whole: string) => {
      plainMeta.lastIndex = at;
      const attributes = plainMeta.exec(whole)?.[1];
      const isHarmless = attributes !== undefined && harmlessMeta.test(attributes);
      return isHarmless ? open : open + undone;
    });
}

/**
 * Takes from an email's HTML what no Content-Security-Policy holds back: links that have the browser
 * look up, connect to or fetch from a host ahead of time, and reports of what was seen. A `<link>`
 * becomes a `<meta>` that says nothing, which is parsed alike; one without a `rel` would not do,
 * as Chromium looks ahead at every attribute.
 */
export function sealHints(html: string): string {
  return html
    .replace(/<link(?=[\s/>])/gi, `<meta${undone}`)
    .replace(attribution, "data-attributionsrc");
}
