import { describe, expect, test } from "vitest";
import {
  findAttribute,
  getAttribute,
  setAttribute,
} from "../../../src/template/html/attributes.ts";
import { serialize, type Token } from "../../../src/template/html/token.ts";
import { createToken, tokenize } from "../../../src/template/html/tokenize.ts";

const kinds = (html: string) =>
  tokenize(html).map((token) => `${token.type}:${token.name || token.raw}`);

describe("tokenize()", () => {
  test.each([
    ["text around a tag", "a<b>c</b>d", ["text:a", "open:b", "text:c", "close:b", "text:d"]],
    ["names in any case", "<DIV></Div>", ["open:div", "close:div"]],
    ["a > in a quoted value", `<a title="x>y" b='>'>t`, ["open:a", "text:t"]],
    ["a quote that opens no value", `<a b"c>t`, ["open:a", "text:t"]],
    ["an = that begins a name", `<a ="x>t`, ["open:a", "text:t"]],
    ["white space around the =", `<a b = "c>d">t`, ["open:a", "text:t"]],
    ["an unquoted value with a slash", "<a href=/x/>t", ["open:a", "text:t"]],
    ["a < that is text", "1 < 2 <3", ["text:1 < 2 <3"]],
    ["a doctype", "<!DOCTYPE html>x", ["doctype:<!DOCTYPE html>", "text:x"]],
    ["a comment with tags", "<!-- <b> -->x", ["comment:<!-- <b> -->", "text:x"]],
    [
      "comments that are whole at once",
      "<!--><!--->x",
      ["comment:<!-->", "comment:<!--->", "text:x"],
    ],
    ["a comment that ends with --!>", "<!--a--!>b-->", ["comment:<!--a--!>", "text:b-->"]],
    ["a comment that never ends", "<!--a<b>", ["comment:<!--a<b>"]],
    [
      "a hidden conditional comment, whole",
      "<!--[if mso]><table><tr><td><![endif]-->x",
      ["comment:<!--[if mso]><table><tr><td><![endif]-->", "text:x"],
    ],
    [
      "a revealed conditional comment, its content open",
      "<!--[if !mso]><!--><p><!--<![endif]-->",
      ["comment:<!--[if !mso]><!-->", "open:p", "comment:<!--<![endif]-->"],
    ],
    [
      "the other form of it",
      "<![if !mso]><p><![endif]>",
      ["comment:<![if !mso]>", "open:p", "comment:<![endif]>"],
    ],
    ["an XML declaration", "<?xml a?>x", ["comment:<?xml a?>", "text:x"]],
    [
      "CDATA in HTML, which ends at the first >",
      "<![CDATA[a>b]]>",
      ["comment:<![CDATA[a>", "text:b]]>"],
    ],
    [
      "CDATA in SVG, which does not",
      "<svg><![CDATA[a>b]]></svg>",
      ["open:svg", "comment:<![CDATA[a>b]]>", "close:svg"],
    ],
    [
      "style as text up to its end tag",
      "<style>a>b{}</styles></b></STYLE >x",
      ["open:style", "raw-text:style", "close:style", "text:x"],
    ],
    ["an empty title", "<title></title>", ["open:title", "close:title"]],
    ["a style that never ends", "<style>a{}<p>", ["open:style", "raw-text:style"]],
    [
      "an end tag without a name",
      "a</>b</ c>d",
      ["text:a", "bogus:</>", "text:b", "bogus:</ c>", "text:d"],
    ],
    ["a tag that the file cuts off", `a<b c="d>`, ["text:a", `bogus:<b c="d>`]],
    ["a comment of React's", "a<!-- -->b", ["text:a", "comment:<!-- -->", "text:b"]],
  ])("reads %s", (_name, html, expected) => {
    expect(kinds(html)).toEqual(expected);
    expect(serialize({ tokens: tokenize(html) })).toBe(html);
  });
});

describe("attributes", () => {
  const tag = (raw: string): Token =>
    createToken("open", raw.slice(1).split(/[\s/>]/)[0] ?? "", raw);

  test("are found in any case, quoted in any way, the first of two", () => {
    const token = tag(`<a HREF='x&amp;y' b=c d e="1" e="2">`);
    expect(getAttribute(token, "href")).toBe("x&y");
    expect(getAttribute(token, "b")).toBe("c");
    expect(getAttribute(token, "d")).toBe("");
    expect(getAttribute(token, "e")).toBe("1");
    expect(findAttribute(token, "hre")).toBeUndefined();
    expect(findAttribute(token, "x")).toBeUndefined();
  });

  test("do not decode what is no character reference in a query", () => {
    expect(getAttribute(tag(`<a href="?a=1&copy=2&amp;b">`), "href")).toBe("?a=1&copy=2&b");
  });

  test.each([
    [`<a>`, `<a x="1&quot;">`],
    [`<img/>`, `<img x="1&quot;"/>`],
    [`<a x>`, `<a x="1&quot;">`],
    [`<a x=old y>`, `<a x="1&quot;" y>`],
    [`<a x='old' y>`, `<a x="1&quot;" y>`],
    [`<a y X="old">`, `<a y x="1&quot;">`],
  ])("are set in %s", (before, after) => {
    const token = tag(before);
    setAttribute(token, "x", '1"');
    expect(token.raw).toBe(after);
  });
});
