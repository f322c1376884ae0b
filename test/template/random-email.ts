import { Body, Column, Container, Head, Html, Preview, Row, Text } from "@react-email/components";
import fc from "fast-check";
import { createElement, type ReactElement, type ReactNode } from "react";

/** Text with what HTML, React and mail give a meaning to. */
export const anyText = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    ...["<b>&amp;", 'say "hi" > there', "a\u00a0b", "\u200eעברית", "日本語", "\u200b", "  x  "],
    ...["$10.00", "<!-- x -->", "]]>", "{{name}}", "12 34"],
  ),
);

const style = fc.record(
  {
    color: fc.constantFrom("#fff", "red", "rgb(1,2,3)", "oklch(0.7 0.1 200)"),
    fontFamily: fc.constantFrom('"Inter", sans-serif', "Arial"),
    background: fc.constantFrom('url("data:image/png;base64,AA==")', "#000"),
    margin: fc.constantFrom("0 auto", 0),
  },
  { requiredKeys: [] },
);
const attributes = fc.record(
  { title: anyText, className: fc.constantFrom("a", "b c"), style, id: fc.constantFrom("x", "y") },
  { requiredKeys: [] },
);

/** HTML that goes in as it is. */
const inner = (html: string) => ({ dangerouslySetInnerHTML: { __html: html } });
const raw = fc
  .constantFrom(
    "<!--[if mso]><table><tr><td><![endif]-->",
    "<!--[if !mso]><!--><i>shown</i><!--<![endif]-->",
    "<!-- a comment of the author's -->",
    "<b title='x>y'>bold</b> &copy; &nbsp;",
    "1 < 2",
  )
  .map((html) => createElement("span", inner(html)));

const image = attributes.map((props) =>
  createElement("img", { alt: "x", src: "https://x.example/a.png?a=1&b=2", ...props }),
);

const { block } = fc.letrec<{ inline: ReactNode; block: ReactNode }>((tie) => {
  const inlines = fc.array(tie("inline"), { maxLength: 3 });
  const blocks = fc.array(tie("block"), { maxLength: 3 });
  const wrap = (names: readonly string[], children: fc.Arbitrary<ReactNode[]>) =>
    fc
      .tuple(fc.constantFrom(...names), attributes, children)
      .map(([name, props, content]) => createElement(name, props, ...content));
  return {
    inline: fc.oneof(
      { maxDepth: 4 },
      anyText,
      fc.constantFrom<ReactNode>(createElement("br"), null, 42),
      image,
      raw,
      wrap(["span", "b", "em", "code"], inlines),
    ),
    block: fc.oneof(
      { maxDepth: 4 },
      wrap(["p", "h1", "h3", "address", "pre"], inlines),
      wrap(["div", "section", "blockquote", "center"], blocks),
      blocks.map((items) =>
        createElement("ul", {}, ...items.map((item) => createElement("li", {}, item))),
      ),
      fc.array(tie("inline"), { minLength: 1, maxLength: 3 }).map((cells) => row(cells)),
      anyText.map((text) => createElement(Text, {}, text)),
    ),
  };
});

/** The props type of `Row` asks for children as a prop, which lint refuses; an array of cells does. */
function row(cells: readonly ReactNode[]): ReactElement {
  const children = cells.map((cell, index) => createElement(Column, { key: index }, cell));
  return createElement(Row, { ...{ children } });
}

const sheet = fc.constantFrom(
  "",
  ".a{color:red}",
  "@media (max-width:600px){.a{width:100%!important}}",
  ".a{@media (width>=48rem){color:oklch(0.7 0.1 200)}}",
  ".a{color:red",
  "{{ not css",
);

/** Emails of any shape that is valid HTML. */
export const anyEmail: fc.Arbitrary<ReactElement> = fc
  .record({
    blocks: fc.array(block, { minLength: 1, maxLength: 4 }),
    preheader: fc.option(anyText, { nil: undefined }),
    sheet,
    lang: fc.constantFrom("en", "ar", "de-CH"),
    dir: fc.constantFrom("ltr" as const, "rtl" as const),
  })
  .map(({ blocks, preheader, sheet: css, lang, dir }) =>
    createElement(
      Html,
      { lang, dir },
      createElement(Head, {}, css && createElement("style", inner(css))),
      createElement(
        Body,
        {},
        preheader !== undefined && createElement(Preview, null, preheader),
        createElement(Container, {}, ...blocks),
      ),
    ),
  );
