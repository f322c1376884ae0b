import * as one from "@react-email/components";
import { finishHtml, renderElement } from "letterpress";
import * as six from "react-email";
import { describe, expect, test } from "vitest";
import { compactStyle } from "../../../src/template/css/compact-style.ts";

const libraries = [
  ["react-email 6", six],
  ["@react-email/components 1", one],
] as const;

const finish = async (html: string) => (await finishHtml(html)).html;
const page = (body: string, head = "", root = 'lang="en"') =>
  `<html ${root}><head>${head}</head><body>${body}</body></html>`;
const languageOf = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`<${name}\\b[^>]*>`, "g"))].map(([tag]) =>
    ["lang", "dir"].map((each) => new RegExp(` ${each}="([^"]*)"`).exec(tag)?.[1]),
  );

describe.each(libraries)("the language of a mail, with %s", (name, L) => {
  test("stands on body and on the block in it", async () => {
    const { html } = await renderElement(
      <L.Html lang="ar" dir="rtl">
        <L.Head />
        <L.Preview>مرحبا</L.Preview>
        <L.Body>
          <L.Text>مرحبا بك</L.Text>
        </L.Body>
      </L.Html>,
    );
    expect(languageOf(html, "body")).toEqual([["ar", "rtl"]]);
    expect(languageOf(html, "table")[0]).toEqual(["ar", "rtl"]);
    expect(html).not.toMatch(/dir="ltr"|lang="en"/);
    if (name.startsWith("react-email")) expect(languageOf(html, "td")[0]).toEqual(["ar", "rtl"]);
  });

  test("is said from left to right as well", async () => {
    const { html } = await renderElement(
      <L.Html>
        <L.Head />
        <L.Body>Hi</L.Body>
      </L.Html>,
    );
    expect(languageOf(html, "table")[0]).toEqual(["en", "ltr"]);
  });

  test("is the author's own where Body has one", async () => {
    const { html } = await renderElement(
      <L.Html lang="ar" dir="rtl">
        <L.Head />
        <L.Body lang="de" dir="ltr">
          <L.Text dir="rtl" lang="he">
            שלום
          </L.Text>
        </L.Body>
      </L.Html>,
    );
    expect(languageOf(html, "body")).toEqual([["de", "ltr"]]);
    expect(languageOf(html, "table")[0]).toEqual(["de", "ltr"]);
    expect(languageOf(html, "p")).toEqual([["he", "rtl"]]);
  });
});

test("React Email 6 fills up the direction: one that no language of the author's has does not count", async () => {
  const { html } = await renderElement(
    <six.Html lang="ar" dir="rtl">
      <six.Body lang="he">שלום</six.Body>
    </six.Html>,
  );
  expect(languageOf(html, "body")).toEqual([["he", "rtl"]]);
});

describe("blocks directly in body", () => {
  test.each([
    ["each", "<div>a</div><p>b</p>", [["en", "ltr"]], [["en", "ltr"]]],
    ["not what has its own", '<div lang="fr" dir="rtl">a</div>', [["fr", "rtl"]], []],
    ["only the part that is missing", '<div dir="auto">a</div>', [["en", "auto"]], []],
  ])("are told the language: %s", async (_what, body, div, p) => {
    const html = await finish(page(body));
    expect(languageOf(html, "div")).toEqual(div);
    expect(languageOf(html, "p")).toEqual(p);
  });

  test("are told the language where the author wrote no body, and the head is not", async () => {
    const head = "<head><title>t</title></head>";
    const html = await finish(`<html lang="he" dir="rtl">${head}<div>a</div><p>b</p></html>`);
    expect(languageOf(html, "div")).toEqual([["he", "rtl"]]);
    expect(languageOf(html, "p")).toEqual([["he", "rtl"]]);
    expect(languageOf(html, "title")).toEqual([[undefined, undefined]]);
  });

  test("get no direction that a browser would not give to Arabic without one", async () => {
    const html = await finish(page("<div>a</div>", "", 'lang="ar"'));
    expect(languageOf(html, "div")).toEqual([["ar", undefined]]);
  });

  test("and no other: neither links, nor what stands deeper", async () => {
    const html = await finish(page('<a href="https://a.example">x</a><div><p>y</p></div>'));
    expect(languageOf(html, "a")).toEqual([[undefined, undefined]]);
    expect(languageOf(html, "p")).toEqual([[undefined, undefined]]);
  });
});

describe("isolation", () => {
  test.each([
    ["Hebrew", "<bdi>אורי</bdi>", '<span dir="rtl">אורי</span>'],
    ["Latin", "<bdi>Ada</bdi>", '<span dir="ltr">Ada</span>'],
    ["digits first", "<bdi>12 مرحبا</bdi>", '<span dir="rtl">12 مرحبا</span>'],
    ["no letter", "<bdi>12</bdi>", '<span dir="ltr">12</span>'],
    ["a direction of its own", '<bdi dir="auto">x</bdi>', '<span dir="auto">x</span>'],
    [
      "attributes, elements",
      '<bdi class="a"><b>א</b></bdi>',
      '<span class="a" dir="rtl"><b>א</b></span>',
    ],
    [
      "a part that stands apart",
      '<bdi><bdi>א</bdi><i dir="rtl">ב</i>c</bdi>',
      '<span dir="ltr"><span dir="rtl">א</span><i dir="rtl">ב</i>c</span>',
    ],
    ["an entity", "<bdi>&#1488;</bdi>", '<span dir="rtl">&#1488;</span>'],
  ])("of %s", async (_what, html, expected) => {
    expect(await finish(`<p>${html}</p>`)).toBe(`<p>${expected}</p>`);
  });

  test("keeps the tag that a style sheet names", async () => {
    const html = page("<p><bdi>x</bdi></p>", "<style>bdi{color:red}</style>");
    expect(await finish(html)).toContain("<bdi>x</bdi>");
  });
});

describe("the charset", () => {
  const meta = '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>';

  test.each([
    ["without a head", '<html lang="en"><body>x</body></html>'],
    ["with an empty one", page("x")],
    ["before what the author wrote", page("x", "<title>x</title><style>a{color:red}</style>")],
  ])("is the first in the head: %s", async (_what, html) => {
    expect(await finish(html)).toContain(`<head>${meta}<meta name="viewport"`);
  });

  test.each([
    '<meta charset="utf-8">',
    '<META HTTP-EQUIV="content-type" content="text/html; charset=iso-8859-1">',
  ])("is the author's: %s", async (own) => {
    const html = await finish(page("x", own));
    expect(html).toContain(`<head>${own}`);
    expect(html.match(/charset/g)).toHaveLength(1);
  });
});

describe.each(libraries)("the cell that Body makes, with %s", (_name, L) => {
  const mail = (className: string, css = "") => (
    <L.Tailwind>
      <L.Html>
        <L.Head>
          <style>{css}</style>
        </L.Head>
        <L.Body className={className}>
          <L.Text>Night</L.Text>
        </L.Body>
      </L.Html>
    </L.Tailwind>
  );
  const cellClass = async (className: string, css?: string) =>
    /<tr><td(?: class="([^"]*)")?/.exec(
      (await renderElement(mail(className, css))).html
        .replace(/ (?:lang|dir)="[^"]*"/g, "")
        .replace(/<td( style="[^"]*")?( class="[^"]*")?/g, "<td$2$1"),
    )?.[1];

  test("is dark where body is", async () => {
    expect(await cellClass("bg-white dark:bg-black dark:text-white sm:p-4")).toBe(
      "dark_bg-black dark_text-white",
    );
  });

  test("is dark by the author's own sheet and by Outlook.com's marks", async () => {
    const css =
      "@media (prefers-color-scheme:dark){.night{background:#000!important}} [data-ogsc] .ol{color:#fff!important}";
    expect(await cellClass("night ol day", css)).toBe("night ol");
  });

  test("does not take a class that says something in the light", async () => {
    const css = ".b{padding:9px}@media (prefers-color-scheme:dark){.b{background:#000!important}}";
    expect(await cellClass("b", css)).toBeUndefined();
  });
});

describe.each(libraries)("Tailwind, with %s", (name, L) => {
  const styleOf = async (className: string) => {
    const { html } = await renderElement(
      <L.Tailwind>
        <L.Html>
          <L.Head />
          <L.Body>
            <div className={className}>x</div>
          </L.Body>
        </L.Html>
      </L.Tailwind>,
    );
    expect(html).not.toMatch(/var\(|--tw-|color-mix|oklab|<style><\/style>|\{\}/);
    return /<div(?: class="[^"]*")? style="([^"]*)"/.exec(html)?.[1];
  };

  test.each([
    ["ring-2 ring-red-500", /0 0 0 calc\(2px ?\+ ?0px\) #fb2c36|0 0 0 2px #fb2c36/],
    ["ring-2 ring-red-500/50", /rgba\(251,44,54,\.5\)/],
    ["blur-sm", /filter:blur\(8px\)/],
    ["drop-shadow-lg", /drop-shadow\(0 4px 4px rgba\(0,0,0,\.15\)\)/],
    ["bg-red-500/50", /background-color:rgba\(251,44,54,\.5\)/],
  ])("%s comes out with values", async (className, expected) => {
    expect(await styleOf(className)).toMatch(expected);
  });

  test.runIf(name === "react-email 6").each([
    [
      "bg-linear-to-r from-red-500 to-blue-500",
      "linear-gradient(to right,#fb2c36 0%,#2b7fff 100%)",
    ],
    ["bg-gradient-to-b from-white to-black/50", "linear-gradient(#fff 0%,rgba(0,0,0,.5) 100%)"],
    ["shadow-lg shadow-blue-500/50", "rgba(43,127,255,.5)"],
  ])("%s comes out with colours", async (className, expected) => {
    expect(await styleOf(className)).toContain(expected);
  });
});

test("a variable that the document defines, and one that is not Tailwind's, stay", async () => {
  const body =
    '<div style="--color-red-500:#f00"><p style="color:var(--color-red-500);top:var(--brand)">x</p></div>';
  expect(await finish(page(body))).toContain('style="color:var(--color-red-500);top:var(--brand)"');
});

describe.each(libraries)("the preheader of %s", (_name, L) => {
  test("keeps the body out of 150 characters of a line, in 4 octets each", async () => {
    const { html } = await renderElement(
      <L.Html>
        <L.Head />
        <L.Body>
          <L.Preview>Ten chars.</L.Preview>
          Body
        </L.Body>
      </L.Html>,
    );
    expect(html).toContain(`<div>${"\u034f\u00a0".repeat(140)}</div>`);
  });
});

describe("compactStyle()", () => {
  test.each([
    [
      "margin:0 0 10px;margin-top:0;margin-right:0;margin-bottom:10px;margin-left:0",
      "margin:0 0 10px",
    ],
    [
      "padding:12px 20px;padding-top:12px;padding-right:20px;padding-bottom:12px;padding-left:20px",
      "padding:12px 20px",
    ],
    ["margin:0;color:red;margin-top:16px", "margin:16px 0 0;color:red"],
    ["margin-top:1px;margin-right:2px;margin-bottom:3px;margin-left:4px", "margin:1px 2px 3px 4px"],
    ["margin:0px auto", "margin:0px auto"],
    ["margin-top:8px;margin-top:16px", "margin-top:16px"],
    ["padding:1rem;padding-top:1rem", "padding:1rem"],
    [
      "color:rgb(255,255,255);border:1px solid rgb(2, 132, 199)",
      "color:#fff;border:1px solid #0284c7",
    ],
    ['font-family:"Segoe UI",Arial', "font-family:'Segoe UI',Arial"],
    ["color:red;top:0;color:red", "top:0;color:red"],
    [" color : RED;; margin:0 auto ;", "color:RED;margin:0 auto"],
    ["", ""],
  ])("%s", (style, expected) => {
    expect(compactStyle(style)).toBe(expected);
    expect(compactStyle(expected)).toBe(expected);
  });

  test.each([
    ["what is important", "margin:0!important;margin-top:1px"],
    ["logical sides", "margin:0;margin-inline:1px"],
    ["Outlook.com's capitals", "Margin:0;margin:0;margin-top:1px"],
    ["functions", "padding:0;padding-top:calc(1px + 2px)"],
    ["lengths that Outlook reads beside one that it does not", "padding:0;padding-top:1rem"],
    ["a fallback", "height:100%;height:100dvh"],
    ["a number without a unit", "margin-top:16;margin-top:8px"],
    ["negative paddings", "padding:0;padding-top:-1px"],
    [
      "colours out of range, in strings, in addresses",
      "color:rgb(300,0,0);content:'rgb(0,0,0)';background:url(rgb(0,0,0))",
    ],
    ["strings with an apostrophe", `font-family:"it's"`],
    ["what is no declaration", "color;top:0;"],
    ["placeholders", "color:{{ a }}; top:0;"],
    ["comments and escapes", "color:red;/* ; */;top:\\0"],
    ["Office's own properties", "mso-padding-alt:0px;mso-text-raise:18px"],
  ])("keeps %s", (_what, style) => {
    expect(compactStyle(style)).toBe(style);
  });
});

describe("what says nothing goes", () => {
  test("empty styles, and the mark of a column", async () => {
    const html = await finish(
      page(
        '<table><tr><td data-id="__react-email-column" style="">x</td></tr></table>',
        "<style></style><style> </style>",
      ),
    );
    expect(html).toContain("<tr><td>x</td></tr>");
    expect(html).not.toContain("<style");
  });

  test("but not the mark that a style sheet asks for", async () => {
    const sheet = '<style>[data-id="__react-email-column"]{color:red}</style>';
    const html = await finish(
      page('<table><tr><td data-id="__react-email-column">x</td></tr></table>', sheet),
    );
    expect(html).toContain('<td data-id="__react-email-column">');
  });
});
