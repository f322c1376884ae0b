import type { Fixtures } from "../fixture.ts";

const cell = (style: string, text = "Words that stand on it, long enough to read") =>
  `<table role="presentation"><tr><td style="${style}">${text}</td></tr></table>`;
const mso = (inside: string) => `<!--[if mso]>${inside}<![endif]-->`;

/** Fixtures of the rules about what clients support. */
export const clientSupport: Fixtures = {
  "css-layout": {
    passes: [
      '<div style="display:flex"><p>One alone</p></div>',
      '<div style="display:flex;flex-direction:column"><p>One</p><p>Two</p></div>',
      '<p style="position:relative">Where it is</p>',
      {
        head: "<style>@media (min-width:900px){.a{display:flex}}</style>",
        body: '<div class="a"><p>One</p><p>Two</p></div>',
      },
      {
        body: '<div style="display:flex"><p>One</p><p>Two</p></div>',
        options: { clients: ["apple-mail-ios"] },
      },
    ],
    fails: [
      '<div style="display:flex"><p>One</p><p>Two</p></div>',
      '<div style="display:grid"><p>One</p><p>Two</p></div>',
      '<p style="position:absolute;top:4px">Somewhere</p>',
      '<p style="position:relative;top:-4px">A little higher</p>',
      {
        head: "<style>.a{display:flex}</style>",
        body: '<div class="a"><p>One</p><p>Two</p></div>',
      },
    ],
  },
  "untested-support": {
    passes: [
      '<p style="color:#111111;-webkit-text-size-adjust:none;mso-line-height-rule:exactly">A line</p>',
      '<p style="user-select:all">A line</p>',
      '<p style="will-change:auto">Nobody sees it</p>',
    ],
    fails: [
      '<p style="text-box-trim:trim-both">A line</p>',
      "<p><shop-badge>New</shop-badge></p>",
      { body: '<p style="user-select:all">A line</p>', options: { clients: ["gmail", "proton"] } },
    ],
  },
  "css-values": {
    passes: [
      // Square corners are no loss that a reader meets.
      '<p style="border-radius:0.5rem">A line</p>',
      '<p style="color:#111111;color:oklch(0.2 0 0)">With a fallback</p>',
      '<p style="padding:8px">Plain</p>',
      {
        head: "<style>@media (min-width:600px){.a{padding:2rem}}</style>",
        body: '<p class="a">On wide screens</p>',
      },
      '<p style="transition:color calc(1s)">No reader sees it</p>',
    ],
    fails: [
      '<p style="padding:1rem">A distance</p>',
      '<p style="width:calc(100% - 20px)">A width</p>',
      '<p style="color:var(--ink)">A colour</p>',
      '<p style="height:50vh">A height</p>',
      { head: "<style>.a{margin:2rem}</style>", body: '<p class="a">By a class</p>' },
    ],
  },
  "css-properties": {
    passes: [
      '<p style="padding-left:8px;padding-inline:8px">With both</p>',
      '<p style="padding:8px">Plain</p>',
    ],
    fails: [
      '<p style="padding-inline:8px">A distance</p>',
      '<div style="column-count:2"><p>Two columns</p></div>',
    ],
  },
  "html-elements": {
    passes: [
      '<video width="80" controls><a href="https://shop.example/film">Watch the film</a></video>',
      '<svg aria-hidden="true" width="10" height="10"></svg>',
      '<progress max="10" value="4">4 of 10</progress>',
    ],
    fails: [
      '<svg width="80" height="80"><circle r="4"/></svg>',
      '<video src="https://shop.example/a.mp4"></video>',
      "<button>Open your order</button>",
    ],
  },
  "image-formats": {
    passes: [
      '<p><img src="https://shop.example/a.png?v=2.svg" width="80" alt="A box"></p>',
      '<p><img src="https://shop.example/picture/5" width="80" alt="A box"></p>',
    ],
    fails: [
      '<p><img src="https://shop.example/a.svg" width="80" alt="A box"></p>',
      '<p><img src="https://shop.example/a.webp" width="80" alt="A box"></p>',
      '<p><img src="https://shop.example/a.avif?w=80" width="80" alt="A box"></p>',
    ],
  },
  "background-image": {
    passes: [
      cell(
        "background-image:url(https://shop.example/a.png);background-color:#222222;color:#ffffff",
      ),
      cell("background:#222222 url(https://shop.example/a.png);color:#ffffff"),
      cell("background-image:url(https://shop.example/a.png)"),
    ],
    fails: [
      cell("background-image:url(https://shop.example/a.png);color:#ffffff"),
      cell("background:linear-gradient(#000000,#333333);color:#ffffff"),
    ],
  },
  "font-fallback": {
    passes: [
      '<p style="font-family:Inter, Arial, sans-serif">A line</p>',
      '<p style="font-family:Georgia">A line</p>',
    ],
    fails: [
      '<p style="font-family:Inter">A line</p>',
      `<p style="font-family:'My Own', Another">A line</p>`,
    ],
  },
  "external-styles": {
    passes: [
      { head: '<link rel="stylesheet" href="https://fonts.example/css2?family=Inter">' },
      { head: '<link rel="icon" href="https://shop.example/a.png">' },
    ],
    fails: [
      { head: '<link rel="stylesheet" href="https://shop.example/mail.css">' },
      { head: '<style>@import "https://shop.example/mail.css";</style>' },
    ],
  },
  "gmail-styles": {
    passes: [
      { head: "<style>.a{color:#111111}</style>" },
      {
        head: `<style>${".a{color:#111111}".repeat(2_000)}</style>`,
        options: { clients: ["apple-mail-ios"] },
      },
    ],
    fails: [
      { head: `<style>${".a{color:#111111}".repeat(1_000)}</style>` },
      { head: "<style>.a{color:#111111</style>" },
      { head: "<style>.a{color:#111111;@media (max-width:600px){color:#222222}}</style>" },
      { head: "<style>.a{color:rgb(0 0 0)}</style>" },
      "<style>.a{color:#111111}</style><p>A line</p>",
    ],
  },
  vml: {
    passes: [
      mso(
        '<v:rect href="https://shop.example"><v:fill color="#fff"/><v:textbox><center>Open</center></v:textbox></v:rect>',
      ),
    ],
    fails: [
      mso('<v:rect href="https://shop.example"><v:textbox>Open</v:textbox>'),
      mso('<v:rect><v:textbox><a href="https://shop.example">Open</a></v:textbox></v:rect>'),
    ],
  },
  "clipped-by-gmail": {
    passes: [
      "<p>Short</p>",
      {
        body: `<p>${"Words and more. ".repeat(6_500)}</p>`,
        options: { budgets: { htmlBytes: 200_000 } },
      },
    ],
    fails: [
      { body: `<p>${"Words and more. ".repeat(5_500)}</p>` },
      { body: `<p>${"Words and more. ".repeat(7_000)}</p>` },
      { body: "<p>Short</p>", options: { budgets: { htmlBytes: 500 } } },
    ],
  },
  "postmark-limits": {
    passes: ["<p>Short</p>"],
    fails: [
      { text: `${"Words and more. ".repeat(330_000)}` },
      { subject: `Order ${"4711 ".repeat(500)}`, also: ["subject-length"] },
    ],
  },
};
