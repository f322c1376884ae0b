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
    ["direction marks and isolates", "<p><bdi>A-1</bdi></p>", "\u2068A-1\u2069"],
  ])("finds %s", (_what, html, text) => {
    expect(compareTextWithHtml(html, text)).toEqual([]);
  });
});
