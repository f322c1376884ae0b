import { describe, expect, test } from "vitest";
import { compareReadings } from "../../src/diff/compare-readings.ts";
import { readRendered } from "../../src/diff/reading.ts";
import type { RenderedEmail } from "../../src/diff/rendered-email.ts";
import { itemsOf } from "../../src/diff/states/change-item.ts";

const css = `.plain{background-color:#eeeeee;padding:24px 24px}
.card{background-color:#ffffff;padding:16px}
@media (prefers-color-scheme:dark){.card{background-color:#111111!important}}
@media (max-width:600px){.wide{display:none}}`;

function email(body: string, more: Partial<RenderedEmail> & { readonly css?: string } = {}) {
  const html = `<!doctype html><html lang="en"><head><title>T</title><style>${more.css ?? css}</style></head><body style="margin:0">${body}</body></html>`;
  return {
    subject: "Order 7",
    preheader: "It left",
    from: "Shop <a@b.example>",
    text: "",
    html,
    ...more,
  };
}

function compare(before: string | RenderedEmail, after: string | RenderedEmail) {
  const [old, next] = [before, after].map((one) =>
    readRendered(typeof one === "string" ? email(one) : one),
  );
  return old && next ? compareReadings(old, next) : undefined;
}

/** The changes of the HTML, without where they are. */
function seen(before: string | RenderedEmail, after: string | RenderedEmail) {
  return compare(before, after)?.view.map(({ places: _, ...change }) => change);
}

describe("says nothing where a reader meets the same", () => {
  test.each([
    [
      "a style that moved into a class",
      `<div style="padding:24px;background:#EEE">Hello</div>`,
      `<div class="plain">Hello</div>`,
    ],
    ["a wrapper", "<p>Hello</p><p>there</p>", "<div><div><p>Hello</p><p>there</p></div></div>"],
    [
      "a table for a div",
      `<div style="padding:8px">Hello</div>`,
      `<table cellpadding="0" cellspacing="0" width="100%"><tbody><tr><td style="padding:8px 8px">Hello</td></tr></tbody></table>`,
    ],
    [
      "another way to write it",
      `<p style="color:rgb(17, 17, 17);margin:0px;font-size:1rem;font-weight:bold">A</p>`,
      `<p style="margin:0;color:#111;font-weight:700;font-size:16px">A</p>`,
    ],
    [
      "a colour said further out",
      `<div style="color:#222"><p style="margin:0">A</p></div>`,
      `<div><p style="margin:0;color:#222222">A</p></div>`,
    ],
    [
      "<b> for bold",
      "<p>Some <b>bold</b> words</p>",
      `<p>Some <span style="font-weight:700">bold</span> words</p>`,
    ],
    [
      "hidden parts",
      `<p>A</p><div style="display:none">x</div>`,
      `<p>A</p><div style="display:none">y</div><!-- z -->`,
    ],
    [
      "an attribute for a style",
      `<td bgcolor="ffffff">A</td>`,
      `<td style="background-color:white">A</td>`,
    ],
    ["a class that says nothing", `<p class="a">A</p>`, `<p class="b" id="c">A</p>`],
  ])("%s", (_, before, after) => {
    const table = (html: string) =>
      html.startsWith("<td") ? `<table><tr>${html}</tr></table>` : html;
    expect(compare(table(before), table(after))).toBeUndefined();
  });
});

describe("tells", () => {
  test("words in their place, and the subject", () => {
    const change = compare(
      email("<p>It is with you by Thursday.</p>"),
      email("<p>It is with you by Friday.</p>", { subject: "Order 7 left" }),
    );
    expect(change?.subject).toEqual([
      { op: "same", text: "Order 7" },
      { op: "added", text: " left" },
    ]);
    expect(change?.view).toMatchObject([
      {
        kind: "words",
        parts: [
          { op: "same", text: "It is with you by " },
          { op: "removed", text: "Thursday" },
          { op: "added", text: "Friday" },
          { op: "same", text: "." },
        ],
      },
    ]);
  });

  test("words of languages that write no spaces", () => {
    const [change] = seen("<p>ご注文を発送しました</p>", "<p>ご注文を受け付けました</p>") ?? [];
    expect(change).toMatchObject({
      kind: "words",
      parts: [{ op: "same", text: "ご注文を" }, { op: "removed" }, { op: "added" }, {}],
    });
  });

  test("a colour, once for all that has it", () => {
    expect(
      seen(
        `<div style="color:#111"><p>A b</p><p>C d</p></div>`,
        `<div style="color:#222"><p>A b</p><p>C d</p></div>`,
      ),
    ).toEqual([
      {
        kind: "style",
        on: ["“A b”", "“C d”"],
        view: "light",
        changes: [{ property: "color", before: "#111111", after: "#222222" }],
      },
    ]);
  });

  test("what is seen in the dark only, and on a phone only", () => {
    const body = `<div class="card">A</div><p class="wide">B</p>`;
    expect(
      seen(email(body), email(body, { css: css.replace("#111111", "#000000") })),
    ).toMatchObject([
      { kind: "style", view: "dark", changes: [{ before: "#111111", after: "#000000" }] },
    ]);
    expect(
      seen(email(body), email(body, { css: css.replace("display:none", "color:#333") })),
    ).toMatchObject([{ kind: "added", what: "text, on a phone", text: "B" }]);
  });

  test("where a link leads, in a text that stayed", () => {
    expect(
      seen(
        `<p>Look <a href="https://a.example/">here</a></p>`,
        `<p>Look <a href="https://b.example/">here</a></p>`,
      ),
    ).toEqual([
      { kind: "link", text: "here", before: "https://a.example/", after: "https://b.example/" },
    ]);
  });

  test("a heading that is another level, a paragraph that came, one that moved", () => {
    expect(seen("<h1>Title</h1>", "<h2>Title</h2>")).toContainEqual({
      ...{ kind: "level", text: "Title", before: "h1", after: "h2" },
    });
    expect(
      seen(
        "<p>One two</p><p>Three four</p><p>Five six</p>",
        "<p>Three four</p><p>Five six</p><p>One two</p><p>New one here</p>",
      ),
    ).toEqual([
      { kind: "moved", what: "text", text: "One two", addresses: [] },
      { kind: "added", what: "text", text: "New one here", addresses: [] },
    ]);
  });

  test("a picture: its text, its size, its file behind the same address", () => {
    const image = (alt: string, width: number) =>
      `<img src="/static/a.png" alt="${alt}" width="${width}">`;
    expect(seen(image("A desk", 100), image("A blue desk", 120))).toEqual([
      {
        kind: "image",
        text: "image “A blue desk”",
        changes: [{ property: "alt", before: "A desk", after: "A blue desk" }],
      },
      {
        kind: "style",
        on: ["image “A blue desk”"],
        view: "light",
        changes: [{ property: "width", before: "100px", after: "120px" }],
      },
    ]);
    const withFile = (print: string) =>
      email(image("A", 1), { pictures: { "/static/a.png": { file: "/a.png", print } } });
    expect(seen(withFile("one"), withFile("two"))).toMatchObject([
      { kind: "image", changes: [{ property: "file", before: "one", after: "two" }] },
    ]);
  });

  test("a box that came around several things, and columns", () => {
    expect(seen("<p>A</p><p>B</p>", `<div style="padding:8px"><p>A</p><p>B</p></div>`)).toEqual([
      expect.objectContaining({
        kind: "added",
        what: "box",
        text: expect.stringContaining("padding-top: 8px"),
      }),
    ]);
    expect(
      seen(
        "<table><tr><td>A</td></tr><tr><td>B</td></tr></table>",
        "<table><tr><td>A</td><td>B</td></tr></table>",
      ),
    ).toEqual([expect.objectContaining({ kind: "added", what: "row", text: "of 2 cells" })]);
  });

  test("the language of the document, and who it is from", () => {
    const german = email("<p>A</p>").html.replace('lang="en"', 'lang="de"');
    expect(
      compare(email("<p>A</p>"), email("<p>A</p>", { html: german, from: "Laden <a@b.example>" })),
    ).toMatchObject({
      document: [{ property: "lang", before: "en", after: "de" }],
      from: [{ op: "removed", text: "Shop" }, { op: "added", text: "Laden" }, {}],
    });
  });

  test("the text part where it says something else than the HTML", () => {
    const change = compare(
      email("<h1>Your order</h1>", { text: "YOUR ORDER\n\nBye" }),
      email("<h1>Your parcel</h1>", { text: "YOUR PARCEL\n\nSee you" }),
    );
    expect(change?.text).toHaveLength(3);
    expect(itemsOf(change as NonNullable<typeof change>)).toMatchObject([
      { part: "view" },
      { part: "text", line: { parts: [{ op: "removed", text: "Bye" }] } },
      { part: "text", line: { parts: [{ op: "added", text: "See you" }] } },
    ]);
  });
});

test("reads what is broken, empty or huge without an end", () => {
  expect(compare("<table><tr><p>A<td>B</table></div><b>C", "")?.view.length).toBeGreaterThan(0);
  const many = (word: string) =>
    `<p>${Array.from({ length: 3000 }, (_, at) => `${word}${at}`).join(" ")}</p>`;
  expect(compare(many("a"), `${many("b")}<p>a1</p>`)?.view.length).toBeGreaterThan(0);
});
