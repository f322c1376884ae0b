import { readElements } from "../../../src/check/document/read-elements.ts";
import { correctHtml, type FixtureParts, type Fixtures } from "../fixture.ts";

const image = (attributes: string) =>
  `<img src="https://shop.example/a.png" width="80" ${attributes}>`;
const link = (words: string, href = "https://shop.example/a") => `<a href="${href}">${words}</a>`;
const long =
  "We have packed your order with care and hand it over to the parcel service this afternoon, before five o'clock. ";
const dark = (css: string) =>
  `<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><style>@media (prefers-color-scheme:dark){${css}}</style>`;

/** A logo that stands out so much, in the light and in the dark. */
function logo(light: number, dark: number): FixtureParts {
  const body = '<p><img src="https://shop.example/logo.png" width="80" alt="The shop"></p>';
  const { elements } = readElements(correctHtml({ body }));
  const index = elements.findIndex(({ name }) => name === "img");
  return {
    body,
    seen: {
      ...{ elementCount: elements.length, light: [], dark: [] },
      lightImages: [{ index, contrast: light }],
      darkImages: [{ index, contrast: dark }],
    },
  };
}

/** Fixtures of the rules about accessibility, the dark included. */
export const accessibility: Fixtures = {
  "image-alt": {
    passes: [
      image('alt="A box"'),
      image('alt=""'),
      image('role="presentation"'),
      '<img src="https://shop.example/t.gif" width="1" height="1">',
      `<div style="display:none">${image("")}</div>`,
    ],
    fails: [image(""), `<p>${link(`${image("")} Your order`)}</p>`],
  },
  "linked-image-alt": {
    passes: [
      `<p>${link(image('alt="The shop"'))}</p>`,
      `<p>${link(`${image('alt=""')} The shop`)}</p>`,
    ],
    fails: [`<p>${link(image('alt=""'))}</p>`],
  },
  "alt-file-name": {
    passes: [image('alt="A box of two notebooks"'), image('alt=""')],
    fails: [
      image('alt="hero-final_2.png"'),
      image('alt="image"'),
      `<img src="https://shop.example/IMG_2041.jpg" width="80" alt="IMG_2041">`,
    ],
  },
  "alt-length": {
    passes: [image(`alt="${"a".repeat(125)}"`)],
    fails: [image(`alt="${"A box of paper ".repeat(10)}"`)],
  },
  "layout-table-role": {
    passes: [
      '<table role="presentation"><tr><td>Words</td></tr></table>',
      '<table><tr><th scope="col">Item</th></tr><tr><td>Paper</td></tr></table>',
      '<table aria-label="Sums"><tr><td>Paper</td></tr></table>',
      '<table role="none"><tr><td>Words</td></tr></table>',
    ],
    fails: [
      "<table><tr><td>Words</td></tr></table>",
      '<table role="presentation"><tr><td><table><tr><td>Words</td></tr></table></td></tr></table>',
    ],
  },
  "data-table-headers": {
    passes: [
      '<table><tr><th scope="col">Item</th></tr><tr><td>Paper</td></tr></table>',
      '<table role="presentation"><tr><td>Words</td></tr></table>',
    ],
    fails: [
      "<table><tr><th>Item</th></tr><tr><td>Paper</td></tr></table>",
      '<table role="presentation"><tr><th scope="col">Item</th></tr><tr><td>Paper</td></tr></table>',
      '<table role="table"><tr><td>Item</td></tr><tr><td>Paper</td></tr></table>',
    ],
  },
  headings: {
    passes: [
      "<h2>Where it goes</h2><h3>By whom</h3><h2>And when</h2>",
      '<div style="display:none"><h1>Again</h1></div>',
    ],
    fails: ["<h3>Where it goes</h3>", "<h1>Another title</h1>", "<h2></h2>"],
  },
  "fake-heading": {
    passes: ['<p style="font-size:30px">A large line</p>'],
    fails: [
      {
        html: `<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Your order</title></head><body><div lang="en" dir="ltr"><p style="font-size:30px">Your order leaves</p><p>${long.repeat(2)}</p></div></body></html>`,
      },
    ],
  },
  "link-name": {
    passes: [
      `<p>${link("Your order")}</p>`,
      `<p>${link("", "#")}</p>`.replace("></a>", ' aria-label="Your order"></a>'),
    ],
    fails: [`<p>Here ${link(" ")}</p>`],
  },
  "vague-link": {
    passes: [`<p>${link("Read more about paper")}</p>`, `<p>${link("View your order")}</p>`],
    fails: [
      `<p>To see it ${link("click here")}</p>`,
      `<p>${link("Learn more")}</p>`,
      `<p>${link("Here →")}</p>`,
    ],
  },
  "ambiguous-links": {
    passes: [
      `<p>${link("Your order")} and ${link("Your order", "https://shop.example/a?from=footer")}</p>`,
      `<p>${link("Track", "https://shop.example/1")} ${link("Track", "https://shop.example/2")} ${link("Track", "https://shop.example/3")}</p>`,
    ],
    fails: [`<p>${link("Your order")} and ${link("Your order", "https://shop.example/b")}</p>`],
  },
  "link-distinct": {
    passes: [
      `<p>You find all that has been ordered in ${link("your account")} at any time.</p>`,
      `<p>You find all that has been ordered in <a href="https://shop.example/a" style="color:#1e1c19;font-weight:700;text-decoration:none">your account</a>.</p>`,
      `<p><a href="https://shop.example/a" style="text-decoration:none;color:#1e1c19">Your account</a></p>`,
    ],
    fails: [
      `<p>You find all that has been ordered in <a href="https://shop.example/a" style="color:#333333;text-decoration:none">your account</a> at any time.</p>`,
    ],
  },
  contrast: {
    passes: [
      '<p style="color:#767676">Just enough</p>',
      '<p style="color:#949494;font-size:24px">Large</p>',
      '<p style="opacity:0.8">A little faded</p>',
      '<div style="display:none;color:#ffffff">Nobody sees it</div>',
      '<p style="background-image:url(https://shop.example/a.png);background-color:#222222;color:#888888">Nobody knows</p>',
      '<div style="background-color:#222222"><p style="color:#ffffff">On dark</p></div>',
      {
        head: "<style>p.b{color:#ffffff}[data-ogsc] p{color:#ffffff}@media (max-width:600px){p{color:#ffffff}}</style>",
        body: "<p>Dark in the light</p>",
      },
    ],
    fails: [
      { body: '<p style="color:#999999">Too light</p>' },
      { body: '<div style="opacity:0.5"><p style="color:#333333">Faded</p></div>' },
      { body: '<p style="opacity:40%">Faded</p>' },
      { body: '<p style="background-color:#333333">On dark</p>' },
      { head: "<style>.a{color:#aaaaaa}</style>", body: '<p class="a">By a class</p>' },
    ],
  },
  "dark-logo": {
    passes: ["", logo(8, 8), logo(8, 3), logo(1.2, 1.2)],
    fails: [logo(15, 1.1)],
  },
  "dark-contrast": {
    passes: [
      {
        head: dark(".g{background-color:#111111!important}.t{color:#ffffff!important}"),
        body: '<div class="g" style="background-color:#ffffff"><p class="t">Both</p></div>',
      },
      { head: dark("a{text-decoration:underline}"), body: "<p>Nothing changes</p>" },
    ],
    fails: [
      {
        head: dark(".g{background-color:#111111!important}"),
        body: '<div class="g" style="background-color:#ffffff"><p>Left dark</p></div>',
      },
      {
        head: dark(".t{color:#ffffff!important}"),
        body: '<div style="background-color:#ffffff"><p class="t">White on white</p></div>',
      },
    ],
  },
  "inverted-contrast": {
    passes: ['<p style="color:#222222">Far from the middle</p>'],
    fails: [
      '<div style="background-color:#282a36"><p style="color:#50fa7b">In the middle</p></div>',
    ],
  },
  "text-size": {
    passes: [
      '<p style="font-size:12px">A small line, which is long enough</p>',
      '<p><sup style="font-size:9px">1</sup></p>',
    ],
    fails: [
      '<p style="font-size:10px">A small line, which is long enough</p>',
      '<p style="font-size:8px">A small line, which is long enough</p>',
      `<p style="font-size:12px">${long.repeat(8)}</p>`,
    ],
  },
  "line-height": {
    passes: [
      `<p style="line-height:1.4">${long.repeat(2)}</p>`,
      '<p style="line-height:1">Short</p>',
    ],
    fails: [
      `<p style="line-height:1">${long.repeat(2)}</p>`,
      `<p style="line-height:16px">${long.repeat(2)}</p>`,
    ],
  },
  "justified-text": {
    passes: [
      `<p style="text-align:left">${long.repeat(2)}</p>`,
      '<p style="text-align:justify">Short</p>',
    ],
    fails: [
      `<p style="text-align:justify">${long.repeat(2)}</p>`,
      `<div align="justify"><p>${long.repeat(2)}</p></div>`,
    ],
  },
  "all-caps": {
    passes: ['<p style="text-transform:uppercase">A label</p>', "<p>NATO, UNESCO and NASA</p>"],
    fails: [`<p style="text-transform:uppercase">${long}</p>`, `<p>${long.toUpperCase()}</p>`],
  },
  "target-size": {
    passes: [
      '<p><a href="https://shop.example/a" style="display:inline-block;padding:12px 20px;background-color:#222222;color:#ffffff">Your order</a></p>',
      `<p>${link("Your order")}</p>`,
    ],
    fails: [
      '<p><a href="https://shop.example/a" style="display:inline-block;padding:1px 20px;line-height:16px;font-size:14px;background-color:#222222;color:#ffffff">Your order</a></p>',
    ],
  },
  "reading-order": {
    passes: [
      '<table role="presentation"><tr><td>First</td><td>Second</td></tr></table>',
      '<table role="presentation" dir="rtl"><tr><td>مرحبا</td><td>أهلا</td></tr></table>',
    ],
    fails: [
      '<table role="presentation" dir="rtl"><tr><td dir="ltr">First of two</td><td dir="ltr">Second of two</td></tr></table>',
    ],
  },
  aria: {
    passes: ['<p role="note">A note</p>', '<span aria-hidden="true">★</span>'],
    fails: [
      '<p role="presentational">A note</p>',
      `<div aria-hidden="true">${link("Your order")}</div>`,
    ],
  },
  motion: {
    passes: [
      {
        head: "<style>.a{animation:spin 2s}@media (prefers-reduced-motion:reduce){.a{animation:none}}</style>",
        body: '<p class="a">A line</p>',
      },
    ],
    fails: [
      { head: "<style>.a{animation:spin 2s infinite}</style>", body: '<p class="a">A line</p>' },
      '<video autoplay><a href="https://shop.example/film">Watch the film</a></video>',
    ],
  },
};
