import { renderElement } from "letterpress";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { textOf } from "./text-of.ts";

const words = (count: number) =>
  Array.from({ length: count }, (_, index) => `word${index}`).join(" ");
const link = `https://shop.example/${"x".repeat(90)}`;

/** Puts a `format=flowed` text together again as RFC 3676 §4.5 says, quote depth by quote depth. */
function unflow(text: string): string {
  const paragraphs: string[] = [];
  let open: { depth: number; text: string } | undefined;
  for (const raw of text.split("\n")) {
    const depth = /^>*/.exec(raw)?.[0].length ?? 0;
    const line = raw.slice(depth).replace(/^ /, "");
    if (open && open.depth === depth) open.text += line;
    else open = { depth, text: line };
    if (!line.endsWith(" ") || line === "-- ") {
      paragraphs.push("> ".repeat(open.depth) + open.text);
      open = undefined;
    }
  }
  return paragraphs.map((paragraph) => paragraph.trimEnd()).join("\n");
}

describe("wrap", () => {
  test("is off unless asked for", async () => {
    expect(await textOf(`<p>${words(100)}</p>`)).toBe(words(100));
  });

  test("breaks between words, within the width", async () => {
    const text = await textOf(`<p>${words(40)}</p>`, { wrap: 40 });
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(text.replaceAll("\n", " ")).toBe(words(40));
  });

  test("never breaks an address", async () => {
    const text = await textOf(`<p>See <a href="${link}">the terms</a> first</p>`, { wrap: 40 });
    expect(text).toBe(`See the terms\n(${link})\nfirst`);
  });

  test("does not break at a no-break space", async () => {
    const text = await textOf("<p>aaaaaaaaaaaaaaaa 12&nbsp;kg</p>", { wrap: 20 });
    expect(text).toBe("aaaaaaaaaaaaaaaa\n12 kg");
  });

  test("indents below a list's mark, and repeats a quote's", async () => {
    const html = `<ul><li>${words(6)}</li></ul><blockquote>${words(6)}</blockquote>`;
    expect(await textOf(html, { wrap: 24 })).toBe(
      [
        ...["- word0 word1 word2", "  word3 word4 word5", ""],
        ...["> word0 word1 word2", "> word3 word4 word5"],
      ].join("\n"),
    );
  });

  test("leaves code and table rows whole", async () => {
    const html = `<pre>${words(10)}</pre><table><tr><th>${words(5)}</th><td>${words(5)}</td></tr></table>`;
    const lines = (await textOf(html, { wrap: 20 })).split("\n");
    expect(lines).toEqual([words(10), "", `${words(5)}  ${words(5)}`]);
  });

  test.each([19, 0, -1, 40.5, Number.NaN])("refuses %d", async (wrap) => {
    await expect(textOf("<p>x</p>", { wrap })).rejects.toThrow(
      "text.wrap must be a whole number from 20",
    );
  });
});

describe("flowed", () => {
  test("says so in the result", async () => {
    const element = createElement("p", {}, "x");
    expect((await renderElement(element, { text: { flowed: true } })).textFormat).toBe("flowed");
    expect((await renderElement(element)).textFormat).toBeUndefined();
  });

  test.each([
    ["paragraphs", `<p>${words(30)}</p><p>${words(3)}</p>`],
    [
      "a quote",
      `<p>x</p><blockquote>${words(30)}<blockquote>${words(30)}</blockquote></blockquote>`,
    ],
    [
      "lines that mail or the format would read as something else",
      "<p>From me</p><p>&gt; no quote</p><pre>  code\n-- </pre>",
    ],
    ["a rule and a table", `<hr><table><tr><th>a</th><td>1</td></tr></table>`],
  ])("can be put together again: %s", async (_what, html) => {
    const flowed = await textOf(html, { flowed: true });
    const plain = await textOf(html);
    expect(unflow(flowed)).toBe(plain.replace(/^-- $/m, "--"));
    for (const line of flowed.split("\n")) expect(line.length).toBeLessThanOrEqual(73);
  });

  test("ends no line with a space but those that go on", async () => {
    const flowed = await textOf(`<p>${words(30)}</p><p>end</p>`, { flowed: true });
    const [first = "", ...rest] = flowed.split("\n");
    expect(first.endsWith(" ")).toBe(true);
    expect(rest.slice(-3)).toEqual([expect.stringMatching(/\S$/), "", "end"]);
  });

  test("stuffs lines that begin with a space, >, or From", async () => {
    const html = "<pre>  x</pre><p>From me</p><p>&gt; x</p>";
    expect(await textOf(html, { flowed: true })).toBe("   x\n\n From me\n\n > x");
  });

  test("does not let a client fill a list's lines", async () => {
    const flowed = await textOf(`<ul><li>${words(30)}</li></ul>`, { flowed: true });
    for (const line of flowed.split("\n")) expect(line).not.toMatch(/ $/);
  });
});
