import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareChoices,
  comparedQuery,
  lastSave,
  unedited,
} from "../../../preview/app/reading/compared.ts";
import { downloadName } from "../../../preview/app/reading/download-name.ts";
import { formatCss } from "../../../preview/app/reading/format-css.ts";
import { formatHtml } from "../../../preview/app/reading/format-html.ts";
import { decodeWords } from "../../../preview/app/reading/mime/decode-words.ts";
import { splitHtml } from "../../../preview/app/reading/split-html.ts";
import { emailRoute } from "../../../preview/app/route.ts";

const lines = (html: string) => formatHtml(html).trimEnd().split("\n");

describe("legible HTML", () => {
  test("has an element a line, and what fits into one line in one", () => {
    expect(lines("<table><tr><td>Hello <b>Ada</b></td><td></td></tr></table>")).toEqual([
      "<table>",
      "  <tr>",
      "    <td>Hello <b>Ada</b></td>",
      "    <td></td>",
      "  </tr>",
      "</table>",
    ]);
  });

  test("steps in as far as it is told", () => {
    expect(formatHtml("<ul><li><p>a</p></li></ul>", " ")).toBe(
      "<ul>\n <li>\n  <p>a</p>\n </li>\n</ul>\n",
    );
  });

  test("breaks a long tag at its attributes, an inline one too", () => {
    const style = `style="${"color:red;".repeat(12)}"`;
    expect(lines(`<p>See <a href="https://x.example" ${style}>this</a></p>`)).toEqual([
      "<p>",
      "  See",
      "  <a",
      '    href="https://x.example"',
      `    ${style}`,
      "  >",
      "    this",
      "  </a>",
      "</p>",
    ]);
  });

  test("keeps comments, conditional ones too, and what stands in pre, word for word", () => {
    const comment = "<!--[if mso]><table><tr><td><![endif]-->";
    expect(lines(`<div>${comment}<p>a</p><!-- <p>  b --></div>`)).toEqual([
      "<div>",
      `  ${comment}`,
      "  <p>a</p>",
      "  <!-- <p>  b -->",
      "</div>",
    ]);
    expect(formatHtml("<pre>  a\n\n   b</pre>")).toContain("a\n\n   b");
  });

  test("takes a sign in an attribute for no end of the tag", () => {
    expect(lines(`<p title="a > b">x</p>`)).toEqual([`<p title="a > b">x</p>`]);
  });

  test("goes on after an end tag that is missing or too many", () => {
    expect(lines("<ul><li>a<li>b</ul></div><p>c</p>").at(-1)?.trim()).toBe("<p>c</p>");
  });

  test("loses nothing of what is sent but white space", () => {
    const bare = (text: string) => text.replace(/\s+/g, "");
    const parts = ["<p>", "</p>", "<br/>", "<a href='x'>", "</a>", " ", "word", "<!--", "-->"];
    const others = ['<td style="a:b">', "<", ">", '"', "<style>", "</style>", "a{b:c}", "&nbsp;"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts, ...others), { maxLength: 40 }), (pieces) => {
        const html = pieces.join("");
        expect([...splitHtml(html)].map(({ text }) => text).join("")).toBe(html);
        expect(bare(formatHtml(html))).toBe(bare(html));
      }),
    );
  });
});

describe("legible CSS", () => {
  test("has a line a declaration, and a rule of one in one line", () => {
    expect(formatCss("a{color:red}@media (max-width:9px){b,i{margin:0;padding:0}}")).toEqual([
      "a { color: red }",
      "@media (max-width:9px) {",
      "  b,i {",
      "    margin: 0;",
      "    padding: 0",
      "  }",
      "}",
    ]);
  });

  test("takes a bracket in a string, an address or a comment for none", () => {
    const css = `a{background:url(data:image/png;base64,x);content:"};{"}/* } */`;
    expect(formatCss(css)).toEqual([
      "a {",
      "  background: url(data:image/png;base64,x);",
      `  content: "};{"`,
      "}",
      "/* } */",
    ]);
  });
});

describe("what an email is compared with", () => {
  const route = emailRoute("orders/order", { variant: "default", locale: "de" });
  const variants = [
    { name: "default", slug: "default" },
    { name: "forty lines", slug: "forty-lines" },
  ];

  test("is the last save, the file without edits where there are some, or another variant", () => {
    const values = (props: string | null) =>
      compareChoices({ props }, { variants, variant: "default" }).map(({ value }) => value);
    expect(values(null)).toEqual([lastSave, "forty-lines"]);
    expect(values("{}")).toEqual([lastSave, unedited, "forty-lines"]);
  });

  test("is asked for in the same locale, with the same edits", () => {
    const edited = { ...route, props: '{"a":1}' };
    const same = { id: "orders/order", locale: "de", props: '{"a":1}' };
    expect(comparedQuery({ ...edited, diff: "forty-lines" })).toEqual({
      ...same,
      variant: "forty-lines",
    });
    expect(comparedQuery({ ...edited, diff: unedited })).toEqual({
      ...{ ...same, props: null },
      variant: "default",
    });
    expect(comparedQuery({ ...edited, diff: lastSave })).toBeNull();
    expect(comparedQuery({ ...edited, diff: "default" })).toBeNull();
    expect(comparedQuery({ ...edited, diff: null })).toBeNull();
  });
});

test.each([
  ["plain", "plain"],
  ["=?UTF-8?Q?Caf=C3=A9_=E2=9C=93?= <a@x>", "Café ✓ <a@x>"],
  ["=?utf-8?B?w6nDqQ==?=", "éé"],
  ["=?UTF-8?Q?=F0=9F?= =?UTF-8?Q?=93=AC_in?=", "📬 in"],
  ["=?utf-8?B?%%?= stays", "=?utf-8?B?%%?= stays"],
])("the header %s reads %s", (value, text) => {
  expect(decodeWords(value)).toBe(text);
});

test("a downloaded part is named after the email and its variant", () => {
  expect(downloadName({ id: "orders/order", variant: "default" }, "html")).toBe("order.html");
  expect(downloadName({ id: "welcome", variant: "forty-lines" }, "eml")).toBe(
    "welcome.forty-lines.eml",
  );
});
