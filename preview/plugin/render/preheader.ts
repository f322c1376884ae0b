/** What an inbox shows at most behind the subject, in characters. */
const longestPreheader = 200;

const unread = /<!--[\s\S]*?-->|<(head|style|script|title|svg)\b[\s\S]*?<\/\1\s*>/gi;

/** Zero-width and other invisible characters, as preheaders are padded with. */
const invisible =
  "\\u00ad\\u034f\\u061c\\u115f\\u17b4\\u17b5\\u180e\\u200b-\\u200f\\u2060-\\u2064\\ufeff";
/** So many of them in a row are padding: what stands behind is not to be seen. */
const padding = new RegExp(`(?:\\s*[${invisible}]\\s*){8}[\\s\\S]*`);
const invisibles = new RegExp(`[${invisible}]+`, "g");

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  shy: "\u00ad",
  zwnj: "\u200c",
  zwj: "\u200d",
};

/**
 * What an inbox shows behind the subject: the first words of the body, those hidden from the
 * opened mail among them, up to the padding that keeps the rest out.
 */
export function extractPreheader(html: string): string {
  const body = html.slice(Math.max(0, html.search(/<body[\s>]/i)));
  const text = body
    .replace(unread, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, decode)
    .replace(padding, "")
    .replace(invisibles, "")
    .replace(/\s+/g, " ")
    .trim();
  return [...text].slice(0, longestPreheader).join("");
}

function decode(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? entity;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}
