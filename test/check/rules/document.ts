import { correctHtml, type Fixtures } from "../fixture.ts";

const dark = "@media (prefers-color-scheme:dark){.t{color:#ffffff}}";
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const replaced = (from: string | RegExp, to: string, parts = {}) => ({
  html: correctHtml(parts).replace(from, to),
});

/** A link that stands in the body beside its block. */
const loose = (attributes: string) => ({
  html: correctHtml({
    bodyLast: `<a href="https://shop.example/a"${attributes}>See your order</a>`,
  }),
});

/** Fixtures of the rules about the document. */
export const document: Fixtures = {
  doctype: {
    passes: [
      "",
      replaced(
        "<!DOCTYPE html>",
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
      ),
    ],
    fails: [replaced("<!DOCTYPE html>", ""), replaced("<!DOCTYPE html>", "<!-- hello -->")],
  },
  "html-lang": {
    passes: ["", replaced(/lang="en"/g, 'lang="en-GB"'), replaced(/lang="en"/g, 'lang="zh-Hant"')],
    fails: [
      { ...replaced('<html lang="en"', "<html") },
      { ...replaced('<html lang="en"', '<html lang=""') },
      { ...replaced(/lang="en"/g, 'lang="english"') },
      { ...replaced(/lang="en"/g, 'lang="en_GB"') },
    ],
  },
  "body-lang": {
    passes: ["", replaced(/lang="en"/g, 'lang="de"')],
    fails: [
      replaced('<div lang="en"', "<div"),
      replaced('<div lang="en"', '<div lang="de"'),
      loose(' dir="ltr"'),
    ],
  },
  "body-dir": {
    passes: [
      "",
      replaced(/lang="en" dir="ltr"/g, 'lang="ar" dir="rtl"'),
      replaced('<div lang="en" dir="ltr"', '<div lang="en" dir="auto"'),
    ],
    fails: [
      replaced('<div lang="en" dir="ltr"', '<div lang="en"'),
      replaced(/lang="en" dir="ltr"/g, 'lang="he" dir="ltr"'),
      loose(' lang="en"'),
    ],
  },
  title: {
    passes: ["", replaced("<title>Your order", "<title>An order")],
    fails: [
      replaced(/<title>.*<\/title>/, ""),
      replaced(/<title>.*<\/title>/, "<title> </title>"),
      replaced(/<title>.*<\/title>/, "<title>Document</title>"),
    ],
  },
  charset: {
    passes: [
      "",
      replaced(
        '<meta charset="utf-8">',
        '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">',
      ),
    ],
    fails: [
      replaced('<meta charset="utf-8">', ""),
      replaced('charset="utf-8"', 'charset="iso-8859-1"'),
    ],
  },
  viewport: {
    passes: ["", replaced("initial-scale=1", "initial-scale=1, maximum-scale=5")],
    fails: [
      replaced(/<meta name="viewport"[^>]*>/, ""),
      replaced("initial-scale=1", "initial-scale=1, user-scalable=no"),
      replaced("initial-scale=1", "maximum-scale=1"),
    ],
  },
  "color-scheme-metas": {
    passes: [
      "",
      { head: meta("color-scheme", "light dark") + meta("supported-color-schemes", "light dark") },
      {
        head: `${meta("color-scheme", "light dark")}${meta("supported-color-schemes", "light dark")}<style>${dark}</style>`,
      },
    ],
    fails: [
      { head: meta("color-scheme", "light dark") },
      { head: meta("color-scheme", "light dark") + meta("supported-color-schemes", "light") },
      { head: `<style>${dark}</style>` },
    ],
  },
  "duplicate-id": {
    passes: ['<p id="one">A line</p><p id="two">And another</p>'],
    fails: ['<p id="one">A line</p><p id="one">And another</p>'],
  },
  nesting: {
    passes: [
      "<p>One</p><p>Two</p>",
      '<table role="presentation"><tr><td>In a cell</td></tr></table>',
    ],
    fails: [
      { body: "<p>One<p>within another</p></p>" },
      { body: "<p>One <div>a block</div></p>" },
      {
        body: '<table role="presentation"><tr><p>Outside of a cell</p></tr></table>',
        also: ["layout-table-role"],
      },
      {
        body: '<a href="https://shop.example/a">One <a href="https://shop.example/b">and two</a></a>',
      },
    ],
  },
  "conditional-comments": {
    passes: [
      "<!--[if mso]><p>Outlook</p><![endif]-->",
      "<!--[if !mso]><!--><p>All others</p><!--<![endif]-->",
    ],
    fails: [
      { body: "<p>A line</p><!--[if !mso]><!--><p>All others</p>" },
      { body: "<p>A line</p><!--<![endif]-->" },
    ],
  },
  "no-script": {
    passes: ['<p>A line about script and iframe</p><script type="application/ld+json">{}</script>'],
    fails: [
      "<script>let a = 1;</script>",
      '<iframe src="https://shop.example"></iframe>',
      '<embed src="https://shop.example/a.swf">',
    ],
  },
  "no-form": {
    passes: ["<p>Fill in the form on our site.</p>"],
    fails: [
      '<form action="https://shop.example"><p>Your name</p></form>',
      "<p>How was it?</p><textarea></textarea>",
    ],
  },
  "event-attributes": {
    passes: ['<p data-once="1">A line</p>'],
    fails: [
      '<p onclick="go()">A line</p>',
      '<img src="https://shop.example/a.png" width="80" alt="A box" onload="go()">',
    ],
  },
  "script-urls": {
    passes: ['<p><a href="https://shop.example/javascript">JavaScript for beginners</a></p>'],
    fails: [
      '<p><a href="javascript:void(0)">Open your order</a></p>',
      '<p><a href="vbscript:go">Open your order</a></p>',
    ],
  },
  "framework-comments": {
    passes: ["<!-- A comment of the author --><p>A line</p>"],
    fails: ["<!--$--><p>A line</p><!--/$-->", "<p>Two <!-- -->parts</p>"],
  },
  "flat-media-queries": {
    passes: [{ head: "<style>@media (max-width:600px){.a{width:100%}}</style>" }],
    fails: [{ head: "<style>@media (width<=600px){.a{width:100%}}</style>" }],
  },
};
