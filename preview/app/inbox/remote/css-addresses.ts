/** What an address in CSS is asked for. */
export type CssUse = "picture" | "style sheet" | "font";

/** An address that stands in CSS. */
export interface CssAddress {
  readonly use: CssUse;
  readonly address: string;
}

const comment = /\/\*[\s\S]*?(?:\*\/|$)/g;
const escaped = /\\(?:([0-9a-f]{1,6})[ \t\n\r\f]?|([^\n]))/gi;
const imported = /@import\s*(?:url\(\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"')(;]+))/gi;
const fontFace = /@font-face\s*\{[^}]*\}?/gi;
const named = /(?:url|src)\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))/gi;
/** A picture may stand as a bare string in `image-set()`. */
const bare = /["']((?:https?:)?\/\/[^"'\s]+)["']/gi;

/** Finds the addresses in a style sheet or a `style` attribute: whom it would ask, and for what. */
export function findCssAddresses(css: string): readonly CssAddress[] {
  const plain = css
    .replace(comment, " ")
    .replace(escaped, (_, code?: string, sign?: string) => sign ?? fromCode(code ?? ""));
  const found: CssAddress[] = [];
  const take = (text: string, pattern: RegExp, use: CssUse) =>
    text.replace(pattern, (_, ...groups: unknown[]) => {
      const address = groups.slice(0, 3).find((group) => typeof group === "string" && group !== "");
      if (address !== undefined) found.push({ use, address: String(address) });
      return " ";
    });
  const withoutImports = take(plain, imported, "style sheet");
  const withoutFonts = withoutImports.replace(fontFace, (block) => {
    take(block, named, "font");
    return " ";
  });
  take(take(withoutFonts, named, "picture"), bare, "picture");
  return found;
}

function fromCode(code: string): string {
  const point = Number.parseInt(code, 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
}
