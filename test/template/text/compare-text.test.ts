import { compareTextWithHtml } from "letterpress";
import { describe, expect, test } from "vitest";

describe("compareTextWithHtml()", () => {
  test.each([
    [
      "a link",
      '<a href="https://a.b/c?d=1&amp;e=2">x</a>',
      "x",
      [{ kind: "link", value: "https://a.b/c?d=1&e=2" }],
    ],
    [
      "a link on an image",
      '<a href="https://a.b"><img alt="x"></a>',
      "x",
      [{ kind: "link", value: "https://a.b" }],
    ],
    [
      "an address",
      '<a href="mailto:a@b.example?subject=x">x</a>',
      "x",
      [{ kind: "link", value: "a@b.example" }],
    ],
    [
      "a one-time code",
      "<p>Code: <b>493021</b>.</p>",
      "Code:",
      [{ kind: "code", value: "493021" }],
    ],
    ["a code without figures", "<code>KX-ABC</code>", "", [{ kind: "code", value: "KX-ABC" }]],
    [
      "a link glued to a word",
      '<a href="https://a.b">x</a>',
      "xhttps://a.b",
      [{ kind: "link", value: "https://a.b" }],
    ],
    [
      "a link of a longer one",
      '<a href="https://a.b">x</a>',
      "https://a.b/c",
      [{ kind: "link", value: "https://a.b" }],
    ],
    [
      "a link in a row without cells",
      '<table><tr><p>x</p><a href="https://a.b">y</a></tr></table>',
      "x  y",
      [{ kind: "link", value: "https://a.b" }],
    ],
    [
      "a phone number as written",
      '<a href="tel:+15550100">+1 555 0100</a>',
      "+15550100",
      [{ kind: "code", value: "+1 555 0100" }],
    ],
    [
      "a phone number",
      '<a href="tel:+15550100">Call</a>',
      "Call",
      [{ kind: "link", value: "+15550100" }],
    ],
    ["a picture", '<img alt="A map" src="x">x', "x", [{ kind: "image", value: "A map" }]],
    ["a superscript", "a card.<sup>1</sup>", "a card.1", [{ kind: "superscript", value: "1" }]],
    ["a price struck out", "<s>$20</s> $15", "$20 $15", [{ kind: "struck-out", value: "$20" }]],
    ["a placeholder", "<p>{{  a }}</p>", "{{ a }}", [{ kind: "placeholder", value: "{{  a }}" }]],
    [
      "a placeholder in an address",
      '<a href="https://a.b/{{ a }}">x</a>',
      "x: https://a.b/{{%20a%20}}",
      [
        { kind: "link", value: "https://a.b/{{ a }}" },
        { kind: "placeholder", value: "{{ a }}" },
      ],
    ],
    [
      "a paragraph of its own",
      "<p>One.</p><p>Two.</p>",
      "One. Two.",
      [{ kind: "paragraph", value: "Two." }],
    ],
    ["a rule", "<p>One.</p><hr>", "One.", [{ kind: "rule", value: "<hr>" }]],
    ["one of two", "<p>A-1</p><p>A-1</p>", "A-1", [{ kind: "code", value: "A-1" }]],
  ])("misses %s", (_what, html, text, missing) => {
    expect(compareTextWithHtml(html, text)).toEqual(missing);
  });

  test.each([
    ["€12.50", "€12"],
    ["1 234,00 €", "1 234 €"],
    ["1&nbsp;234,00&nbsp;€", "234,00 €"],
    ["USD 5", "USD"],
    ["−£3.00", "£30.0"],
    ["¥1,480", "1,480"],
  ])("misses an amount: %s, where the text says %s", (amount, text) => {
    const missing = compareTextWithHtml(`<td>${amount}</td>`, text);
    expect(missing.map(({ kind }) => kind)).toContain("amount");
  });

  test.each([
    [
      "what is there, wherever it stands",
      '<p>Order <b>A-1</b>: €5.00, <a href="https://a.b">x</a></p>',
      "€5.00 (https://a.b)\nA-1",
    ],
    ["an amount with other spaces", "<p>1\u202f234,00\u00a0€</p>", "1 234,00 €"],
    ["what a line break divides", "<p>12 000 EUR</p>", "12\n000 EUR"],
    ["what is hidden", '<p style="display:none">A-1 <a href="https://a.b">x</a></p>', ""],
    [
      "what is for the HTML alone",
      '<p data-skip-in-text="true">A-1</p><p data-letterpress="html-only">€5</p>',
      "",
    ],
    ["what only Outlook sees", "<!--[if mso]>A-1<![endif]-->", ""],
    ["links to nowhere", '<a href="#top">Up</a>', "Up"],
    ["a number, however it is grouped", '<a href="tel:+15550100">Call</a>', "Call +1 (555) 0100"],
    ["a mail address in other case", '<a href="mailto:Help@A.b">x</a>', "help@a.b"],
    ["a link that ends a sentence", '<a href="https://a.b/c">x</a>', "See (https://a.b/c)."],
    ["a superscript that can be told", "a card.<sup>1</sup> 2 m<sup>2</sup>", "a card.[1] 2 m²"],
    ["what is struck out", "<s>$20</s> $15", "~$20~ $15"],
    ["what is struck out, in words", "<s>$20</s> $15", "$15 (was $20)"],
    ["a picture whose name is said", '<img alt="Mug" src="x"> A mug', "A mug"],
    [
      "a picture in a link with words",
      '<a href="https://a.b"><img alt="Icon"> x</a>',
      "x https://a.b",
    ],
    [
      "the words of an image at the end of a paragraph",
      '<p>Shown <img alt="x"></p><p>x</p>',
      "Shown x\n\nx",
    ],
    [
      "the words of an image at the beginning of a paragraph",
      '<p>Shown</p><p><a href="https://a.b"><img alt="and x"></a> it</p>',
      "Shown\n\nand x (https://a.b) it, Shown it",
    ],
    ["paragraphs and a rule", "<p>One.</p><hr><p>Two.</p>", "One.\n\n* * *\n\nTwo."],
    ["direction marks and isolates", "<p><bdi>A-1</bdi></p>", "\u2068A-1\u2069"],
  ])("finds %s", (_what, html, text) => {
    expect(compareTextWithHtml(html, text)).toEqual([]);
  });
});
