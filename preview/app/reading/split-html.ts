/** A tag, as it stands there. */
export interface HtmlTag {
  readonly kind: "open" | "close";
  /** In lower case. */
  readonly name: string;
  readonly text: string;
}

/** A piece of HTML, as it stands there. */
export type HtmlPiece =
  | HtmlTag
  | {
      /** `other`: a comment, a conditional one too, or a doctype. `raw`: white space in it counts. */
      readonly kind: "words" | "other" | "style" | "raw";
      readonly text: string;
    };

const piece =
  /<!--[\s\S]*?(?:-->|$)|<![^>]*>|<\/([a-z][^\s>/]*)[^>]*>|<([a-z][^\s>/]*)(?:"[^"]*"|'[^']*'|[^"'>])*>|<|[^<]+/giy;

/** What stands in these is no HTML, or loses its sense with other white space. */
const rawElements = new Set(["style", "script", "pre", "textarea", "xmp"]);

/** Splits HTML into tags, comments and the words between; all pieces together are the whole again. */
export function* splitHtml(html: string): Generator<HtmlPiece> {
  piece.lastIndex = 0;
  let at = 0;
  while (at < html.length) {
    piece.lastIndex = at;
    const [text = html.slice(at), closed, opened] = piece.exec(html) ?? [];
    at += text.length;
    if (closed !== undefined) yield { kind: "close", name: closed.toLowerCase(), text };
    else if (opened !== undefined) {
      const name = opened.toLowerCase();
      yield { kind: "open", name, text };
      if (!rawElements.has(name) || text.endsWith("/>")) continue;
      const end = html.slice(at).search(new RegExp(`</${name}[\\s>/]`, "i"));
      const inside = end < 0 ? html.slice(at) : html.slice(at, at + end);
      at += inside.length;
      if (inside) yield { kind: name === "style" ? "style" : "raw", text: inside };
    } else yield { kind: text.startsWith("<!") ? "other" : "words", text };
  }
}
