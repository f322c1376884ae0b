import support from "caniemail/caniemail.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { readSupport, trimSupport } from "../../../../preview/app/frame/clients/client-support.ts";
import { clip } from "../../../../preview/app/frame/clients/clip.ts";
import {
  isTrueInOutlook,
  readConditionalComments,
} from "../../../../preview/app/frame/clients/conditional-comments.ts";
import {
  declarationFeatures,
  selectorFeatures,
} from "../../../../preview/app/frame/clients/css-features.ts";
import { type Dressing, dressHtml } from "../../../../preview/app/frame/clients/dress.ts";
import { hasNestedAtRule } from "../../../../preview/app/frame/clients/gmail.ts";
import type { ClientName } from "../../../../preview/app/route.ts";

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

function dress(html: string, client: ClientName | null, images = true) {
  const dressing: Dressing = { client, images };
  const { html: dressed, report } = dressHtml(html, dressing, support);
  const ignored = Object.fromEntries(
    (report?.ignored ?? []).map(({ what, count }) => [what, count]),
  );
  return { html: dressed, ignored, events: report?.events ?? [] };
}

describe("the support data", () => {
  test("says what the newest version of each client takes", () => {
    const outlook = readSupport(support, "outlook");
    expect(outlook.get("css-border-radius")).toBe("no");
    expect(outlook.get("css-padding")).toBe("partly");
    expect(outlook.get("css-border-collapse")).toBe("yes");
    expect(outlook.get("css-made-up")).toBeUndefined();
    const gmail = readSupport(support, "gmail");
    expect(gmail.get("css-position")).toBe("no");
    expect(gmail.get("html-style")).toBe("partly");
    expect(readSupport(support, "gmail-other").get("html-style")).toBe("no");
  });

  test("says the same when it is trimmed, in a fifth of the room", () => {
    const trimmed = trimSupport(support);
    for (const client of ["gmail", "gmail-other", "outlook"] as const) {
      expect(readSupport(trimmed, client)).toEqual(readSupport(support, client));
    }
    const size = (data: unknown) => JSON.stringify(data).length;
    expect(size(trimmed)).toBeLessThan(size(support) / 5);
  });

  test.each([
    ["border-top-left-radius", "4px", ["css-border-radius"]],
    ["border-left", "1px solid", ["css-border"]],
    ["margin-top", "calc(1rem)", ["css-margin", "css-unit-calc", "css-unit-rem"]],
    ["display", "inline-flex", ["css-display-flex"]],
    ["display", "block", ["css-display"]],
    ["background", "linear-gradient(red, blue)", ["css-background", "css-linear-gradient"]],
    ["color", "var(--ink)", ["css-color", "css-variables"]],
    ["--ink", "red", ["css-variables"]],
    ["max-width", "600px", ["css-max-width"]],
  ])("has a page for %s: %s", (property, value, slugs) => {
    expect(declarationFeatures(property, value)).toEqual(slugs);
  });

  test("has pages for what a selector asks", () => {
    expect(selectorFeatures("a:hover > b::before")).toEqual([
      ...["css-pseudo-class-hover", "css-pseudo-element-before", "css-selector-child"],
    ]);
    expect(selectorFeatures('[class~="x"] *')).toEqual([
      ...["css-selector-attribute", "css-selector-universal"],
    ]);
    expect(selectorFeatures(".plain td")).toEqual([]);
  });
});

describe("Gmail", () => {
  test("keeps class names and media queries on the width, and drops what it does not know", () => {
    const css =
      ".a { position: absolute; color: red } @media (max-width: 400px) { .a { color: blue } } " +
      "@media (prefers-color-scheme: dark) { .a { color: white } }";
    const { html, ignored } = dress(page(`<style>${css}</style>`, '<p class="a">x</p>'), "gmail");
    expect(html).toContain("max-width: 400px");
    expect(html).toContain('class="a"');
    expect(html).not.toMatch(/position|prefers-color-scheme/);
    expect(ignored).toEqual({ position: 1, "@media (prefers-color-scheme)": 1 });
  });

  test.each([
    ["beyond 16 KB", `p{color:red}/*${"x".repeat(17_000)}*/`, "<style> beyond 16 KB"],
    ["with @ inside of @", "@media screen { @font-face { src: x } }", "<style> with @ inside of @"],
    ["with spaced colours", "p { color: rgb(0 128 0) }", "<style> with rgb(0 0 0)"],
    ["with an error", "p { color: red", "<style> with an error in it"],
  ])("drops a whole <style> %s, and no other", (_, css, what) => {
    const head = `<style>i{color:blue}</style><style>${css}</style>`;
    const { html, ignored } = dress(page(head, "<p>x</p>"), "gmail");
    expect(ignored[what]).toBe(1);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).toContain("i{color:blue}");
  });

  test("turns the body into a <div> behind a <u>", () => {
    const css = "body { color: red } u + .body { color: blue }";
    const html = `<html><head><style>${css}</style></head><body class="body">x</body></html>`;
    const dressed = dress(html, "gmail");
    expect(dressed.html).toMatch(/<body[^>]*><u><\/u><div class="body">x<\/div>/);
    expect(dressed.html).not.toContain("color: red");
    // caniemail has Gmail take sibling selectors.
    expect(dressed.html).toContain("color: blue");
    expect(dressed.ignored).toEqual({ "rules for body": 1 });
  });

  test("with another account reads no <style> at all", () => {
    const html = page("<style>p{color:red}</style>", '<p style="color:blue">x</p>');
    const { html: dressed, ignored } = dress(html, "gmail-other");
    expect(dressed).not.toContain("<style>");
    expect(dressed).toContain("color:blue");
    expect(ignored["<style>"]).toBe(1);
  });

  test("clips at 102 KB and loses the styles with it", () => {
    const html = page("<style>p{color:red}</style>", `${"<p>line</p>".repeat(12_000)}<b>end</b>`);
    const { html: dressed, events, ignored } = dress(html, "gmail");
    expect(dressed).toContain("[Message clipped]");
    expect(dressed).not.toContain("<b>end</b>");
    expect(dressed).not.toContain("<style>");
    expect(ignored["<style>, because the email is clipped"]).toBe(1);
    expect(events).toEqual(["Clipped at 102 KB: 27 KB do not show."]);
  });

  test("cuts between octets of no character and inside of no tag", () => {
    expect(clip("abc", 3)).toEqual({ html: "abc", cutBytes: 0 });
    expect(clip("<p>é</p>", 4)).toEqual({ html: "<p>", cutBytes: 6 });
    expect(clip('abc<a href="x">y</a>', 10)).toEqual({ html: "abc", cutBytes: 17 });
  });

  test("knows an at-rule inside of another from two in a row", () => {
    expect(hasNestedAtRule("@import 'x'; @media a { p { color: red } } @media b {}")).toBe(false);
    expect(hasNestedAtRule("@media a { @media b {} }")).toBe(true);
    expect(hasNestedAtRule("/* @media { @ } */ p {}")).toBe(false);
  });
});

describe("Outlook on Windows", () => {
  test.each([
    ["<!--[if mso]>yes<![endif]-->", "yes"],
    ["<!--[if !mso]>no<![endif]-->", ""],
    ["<!--[if !mso]><!-->no<!--<![endif]-->", ""],
    ["<!--[if !mso]><!-- -->no<!--<![endif]-->", ""],
    ["<!--[if mso]><!-->yes<!--<![endif]-->", "yes"],
    ["<![if !mso]>no<![endif]>", ""],
    ["<!--[if (gte mso 9)|(IE)]>yes<![endif]-->", "yes"],
    ["<!--[if IE]>no<![endif]-->", ""],
    ["a<!-- plain -->b", "a<!-- plain -->b"],
    ["<!--[if mso]>1<![endif]-->|<!--[if !mso]><!-->2<!--<![endif]-->", "1|"],
  ])("reads %s as %j", (html, expected) => {
    expect(readConditionalComments(html)).toBe(expected);
  });

  test("tells its own version", () => {
    const conditions = ["mso", "gte mso 9", "lt mso 12", "mso 16", "mso 12", "!mso", "!IE", "vml"];
    expect(conditions.map(isTrueInOutlook)).toEqual([
      ...[true, true, false, true, false, false, true, true],
    ]);
  });

  test("leaves out what Word ignores, and counts it", () => {
    const body =
      '<div style="border-radius:4px;padding:8px;max-width:600px;margin:0 auto">' +
      '<table style="max-width:600px"><tr><td style="padding:8px;display:flex">x</td></tr></table></div>';
    const { html, ignored } = dress(page("", body), "outlook");
    expect(html).toContain('<div style="margin:0 0">');
    expect(html).toContain('<table style="max-width:600px">');
    expect(html).toContain('<td style="padding:8px">');
    expect(ignored).toEqual({
      ...{ "border-radius": 1, "padding outside of table cells": 1 },
      ...{ "max-width outside of tables": 1, "margin: auto": 1, "display: flex": 1 },
    });
  });

  test("holds rules of a style sheet to the elements that take them", () => {
    const css =
      ".box { padding: 8px; color: red } @media (max-width: 1px) { .box { color: blue } }";
    const { html } = dress(page(`<style>${css}</style>`, "x"), "outlook");
    expect(html).toMatch(/\.box:where\(td, th\)\s*\{\s*padding: 8px/);
    expect(html).toMatch(/\.box \{ color: red/);
    expect(html).not.toContain("@media");
  });

  test("keeps the colour of a background and drops its picture", () => {
    const style = "background: #fff url(x.png) no-repeat; background-image: url(y.png)";
    const { html } = dress(
      page("", `<td style="${style}"></td><p style="${style}">x</p>`),
      "outlook",
    );
    expect(html).toContain("background: #fff");
    expect(html).not.toContain("url(");
  });

  test("gives a button of React Email the room that its stretched blanks make", () => {
    const body =
      '<a style="padding:14px 24px"><span><!--[if mso]><i style="mso-font-width:400%;mso-text-raise:21" hidden>' +
      "&#8202;&#8202;&#8202;</i><![endif]--></span>Go</a>";
    const { html } = dress(page("", body), "outlook");
    expect(html).toContain("width:24px");
    expect(html).toContain("padding:14px 0");
    expect(html).not.toContain("hidden");
  });

  test("takes out settings for Word, and says that shapes are not drawn", () => {
    const head = "<!--[if mso]><xml><o:PixelsPerInch>96</o:PixelsPerInch></xml><![endif]-->";
    const body = '<!--[if mso]><v:roundrect fillcolor="#c00">Go</v:roundrect><![endif]-->';
    const { html, events } = dress(page(head, body), "outlook");
    expect(html).not.toContain("96");
    expect(html).toContain("background-color:#c00");
    expect(events).toEqual(["VML is drawn as plain boxes."]);
  });
});

describe("without images", () => {
  test("their words stand in their boxes, and backgrounds are gone", () => {
    const body =
      '<img src="/logo.png" alt="The shop" width="120" height="40" style="border:0">' +
      '<td background="x.png" style="background:#fff url(x.png)">x</td>';
    const head = "<style>@font-face{src:url(a.woff2)} p{background:url(b.png)}</style>";
    const { html } = dress(page(head, body), null, false);
    expect(html).not.toMatch(/logo\.png|x\.png|b\.png|<img/);
    expect(html).toMatch(
      /<span style="[^"]*width:120px;height:40px;border:0"[^>]*>The shop<\/span>/,
    );
    expect(html).toContain("a.woff2");
  });
});

describe("any client", () => {
  test("keeps the doctype, by which a browser chooses its layout", () => {
    const doctype =
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';
    expect(dress(`${doctype}<html><body>x</body></html>`, "outlook").html).toContain(doctype);
    expect(dress("<p>no doctype</p>", "outlook").html).not.toContain("<!DOCTYPE");
    // Gmail puts its own in its place.
    expect(dress(`${doctype}<p>x</p>`, "gmail").html).toMatch(/^<!DOCTYPE html><html>/);
    expect(dress("<p>x</p>", "gmail").html).toMatch(/^<!DOCTYPE html><html>/);
  });

  test("does not take apart what is so large that the page would stand still, and says so", () => {
    const huge = page("", "<p>x</p>".repeat(600_000));
    const as = (client: ClientName | null) => dressHtml(huge, { client, images: false }, support);
    expect(as("outlook")).toEqual({
      ...{ html: huge, report: null },
      refusal: "Too large to be taken apart: shown as it is sent",
    });
    expect(as(null).refusal).not.toBeNull();
    expect(as("gmail").html).toContain("[Message clipped]");
  });

  test("survives what is no HTML and no CSS", () => {
    for (const html of ["", "<", "<style>", "<p style='}{'>x", "<!--[if mso]>", "\u0000"]) {
      for (const client of ["gmail", "gmail-other", "outlook", null] as const) {
        expect(() => dress(html, client, false)).not.toThrow();
      }
    }
  });
});
