import fc from "fast-check";
import { Tokenizer, TokenizerMode } from "parse5";
import { describe, expect, test } from "vitest";
import { getAttribute } from "../../../src/template/html/attributes.ts";
import { serialize, type Token } from "../../../src/template/html/token.ts";
import { tokenize } from "../../../src/template/html/tokenize.ts";

/** Pieces that confuse tokenizers, in any order. */
const soup = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          "<",
          ">",
          "</",
          "/>",
          "<!--",
          "-->",
          "--!>",
          "<!",
          "<?",
          "=",
          '"',
          "'",
          " ",
          "/",
          "\n",
          "&",
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          "<b>",
          "</b>",
          '<a x="',
          "<style>",
          "</style>",
          "<title>",
          "</title>",
          "<br/>",
          "<![CDATA[",
          "]]>",
          "<svg>",
          "</svg>",
          "<!--[if mso]>",
          "<![endif]-->",
          "<!DOCTYPE html>",
        ),
      },
      fc.constantFrom("a", "B", "x y", "é", "&amp;"),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

describe("tokenize()", () => {
  test("drops and adds nothing, whatever it reads", () => {
    fc.assert(
      fc.property(soup, (html) => {
        expect(serialize({ tokens: tokenize(html) })).toBe(html);
      }),
      { numRuns: 2000 },
    );
  });

  test("finds the tags, attributes and comments that a browser's tokenizer finds", () => {
    fc.assert(
      fc.property(soup, (html) => {
        const browser = browserTags(html);
        const own = tokenize(html).flatMap((token) => nameOf(token) ?? []);
        expect(own.map(({ name }) => name)).toEqual(browser.map(({ name }) => name));
        browser.forEach(({ attributes }, index) => {
          for (const [name, value] of attributes) {
            expect(getAttribute(own[index]?.token as Token, name)).toBe(value);
          }
        });
      }),
      { numRuns: 4000 },
    );
  });
});

/** Tags as `<a>` and `</a>`, true comments whole. */
function nameOf(token: Token): { readonly name: string; readonly token: Token } | undefined {
  if (token.type === "open") return { name: `<${token.name}>`, token };
  if (token.type === "close") return { name: `</${token.name}>`, token };
  const isTrueComment = token.type === "comment" && trueComment.test(token.raw);
  return isTrueComment ? { name: token.raw, token } : undefined;
}

/** Not cut off by the file's end, and not something that only counts as a comment. */
const trueComment = /^<!--[\s\S]*--!?>$/;

interface BrowserTag {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
}

function browserTags(html: string): BrowserTag[] {
  const tags: BrowserTag[] = [];
  let foreign = 0;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag({ tagName, attrs, selfClosing }) {
        const attributes = attrs.map(({ name, value }) => [name, value] as const);
        tags.push({ name: `<${tagName}>`, attributes });
        if (tagName === "svg" && !selfClosing) foreign++;
        if (tagName === "style") tokenizer.state = TokenizerMode.RAWTEXT;
        if (tagName === "title") tokenizer.state = TokenizerMode.RCDATA;
        tokenizer.inForeignNode = foreign > 0;
      },
      onEndTag({ tagName }) {
        tags.push({ name: `</${tagName}>`, attributes: [] });
        if (tagName === "svg") foreign = Math.max(0, foreign - 1);
        tokenizer.inForeignNode = foreign > 0;
      },
      onComment({ location }) {
        const source = html.slice(location?.startOffset, location?.endOffset);
        if (trueComment.test(source)) tags.push({ name: source, attributes: [] });
      },
      onDoctype() {},
      onEof() {},
      onCharacter() {},
      onNullCharacter() {},
      onWhitespaceCharacter() {},
    },
  );
  tokenizer.write(html, true);
  return tags;
}
