import { describe, expect, test } from "vitest";
import { createCssCompiler } from "../../../src/template/css/create-css-compiler.ts";
import { loadLightningCss } from "../../../src/template/css/lightning.ts";

const lightning = await loadLightningCss();
if (lightning === undefined) throw new Error("lightningcss is not installed");
const compiler = createCssCompiler(lightning, 50);
const lower = (css: string) => compiler.lowerSheet(css);

describe("a style sheet", () => {
  test.each([
    [
      "a nested media rule",
      ".a{@media (min-width:600px){color:red}}",
      "@media (min-width:600px){.a{color:red}}",
    ],
    [
      "nested selectors",
      ".a{color:red;&:hover{color:#00f}.b &{top:0}}",
      ".a{color:red}.a:hover{color:#00f}.b .a{top:0}",
    ],
    [
      "media rules in media rules",
      "@media (min-width:1px){.a{top:0}@media (prefers-color-scheme:dark){.b{top:0}}.c{top:0}}",
      "@media (min-width:1px){.a{top:0}}@media (min-width:1px) and (prefers-color-scheme:dark){.b{top:0}}@media (min-width:1px){.c{top:0}}",
    ],
    [
      "media rules three deep, with types and lists",
      "@media screen{@media (min-width:1px),print{@media (hover:hover){.a{top:0}}}}",
      // `screen and print` can be no one's: such rules stay as they are.
      "@media screen{@media (min-width:1px) and (hover:hover),print and (hover:hover){.a{top:0}}}",
    ],
    ["a minimum", "@media (width>=48rem){.a{top:0}}", "@media (min-width:48rem){.a{top:0}}"],
    ["a maximum", "@media (width<=48rem){.a{top:0}}", "@media (max-width:48rem){.a{top:0}}"],
    ["less than", "@media (width<40rem){.a{top:0}}", "@media (max-width:39.98rem){.a{top:0}}"],
    ["more than", "@media (width>600px){.a{top:0}}", "@media (min-width:600.02px){.a{top:0}}"],
    [
      "the bound first",
      "@media (600px>width){.a{top:0}}",
      "@media (max-width:599.98px){.a{top:0}}",
    ],
    [
      "an interval",
      "@media (400px<=width<600px){.a{top:0}}",
      "@media (min-width:400px) and (max-width:599.98px){.a{top:0}}",
    ],
    ["rgb() with spaces", ".a{color:rgb(0 0 0 / 50%)}", ".a{color:rgba(0,0,0,.5)}"],
    ["hsl() with spaces", ".a{color:hsl(120deg 50% 50%)}", ".a{color:#40bf40}"],
    ["oklch()", ".a{color:oklch(0.7 0.1 200)}", ".a{color:#40b1b7}"],
    [
      "a colour space in a gradient, its fallback kept",
      ".a{background:#fff;background:linear-gradient(oklch(0.7 0.1 200),red)}",
      ".a{background:#fff;background:linear-gradient(#40b1b7,red)}",
    ],
    [
      "many colours, each its own",
      ".a{color:oklch(0.5 0.2 0)}.b{color:oklch(0.5 0.2 50)}.c{color:oklch(0.5 0.2 0);top:0}.d{color:oklch(0.5 0.2 50 / 25%)}",
      ".a{color:#b4065f}.b{color:#a34100}.c{color:#b4065f;top:0}.d{color:rgba(163,65,0,.25)}",
    ],
    ["none in a colour", ".a{color:oklch(0.7 none 200)}", ".a{color:#9e9e9e}"],
    ["color-mix() of colours", ".a{color:color-mix(in srgb,red 50%,blue)}", ".a{color:purple}"],
    ["an infinite radius", ".a{border-radius:calc(infinity * 1px)}", ".a{border-radius:9999px}"],
    ["what others make of it", ".a{border-radius:3.40282e38px}", ".a{border-radius:9999px}"],
    [
      "a length beyond every number",
      ".a{border-radius:1e99px;color:rgb(0 0 0)}",
      ".a{color:#000;border-radius:9999px}",
    ],
    [
      "Tailwind's variables by their fallback",
      ".a{box-shadow:0 0 var(--tw-c,rgb(0 0 0 / 10%))}",
      ".a{box-shadow:0 0 rgba(0,0,0,.1)}",
    ],
    ["by their value", ".a{--tw-c:1px;--tw-d:var(--tw-c);margin:var(--tw-d)}", ".a{margin:1px}"],
    [
      "by nothing, where a browser would not apply it either",
      ".a{margin:var(--tw-x);top:0}",
      ".a{top:0}",
    ],
    [
      "in a circle",
      ".a{--tw-a:var(--tw-b);--tw-b:var(--tw-a);margin:var(--tw-a);top:0}",
      ".a{top:0}",
    ],
    ["in a function", ".a{margin:calc(var(--tw-x,1px) + 2px)}", ".a{margin:calc(1px + 2px)}"],
    [
      "in a list of properties",
      ".a{transition-property:color,--tw-x}",
      ".a{transition-property:color}",
    ],
    ["in a property nobody knows", ".a{mso-x:var(--tw-x,1) 2}", ".a{mso-x:1 2}"],
    [
      "and their registrations",
      '@property --tw-x{syntax:"*";inherits:false}.a{top:0}',
      ".a{top:0}",
    ],
    [
      "but not the author's",
      ".a{--brand:rgb(0 0 0);color:var(--brand)}",
      ".a{--brand:#000;color:var(--brand)}",
    ],
    [
      "rules that hold nothing else go",
      "@supports (color:red){.a{--tw-x:1}}.b{top:0}",
      ".b{top:0}",
    ],
  ])("is lowered: %s", (_what, css, expected) => {
    expect(lower(css)).toEqual({ css: expected });
    expect(lower(expected)).toEqual({ css: expected });
  });

  test.each([
    ["plain rules", ".a { color : RED }\n\n/* kept */ #outlook a{padding:0}"],
    [
      "media rules of the old form",
      "@media only screen and (max-width:600px){.a{width:100%!important}}",
    ],
    ["fonts", "@font-face{font-family:'I';mso-font-alt:'Arial';src:url(x)}"],
    ["properties of Outlook's", ".a{mso-line-height-rule:exactly;-webkit-text-size-adjust:100%}"],
    [
      "attribute selectors of webmail",
      "[data-ogsc] .d{color:#fff!important} u + .body .x{color:red}",
    ],
    [
      "colours of the old form",
      ".a{color:rgba(0, 0, 0, .5);background:rgb(1,2,3);top:hsl(1,2%,3%)}",
    ],
    [
      "fallbacks",
      ".a{height:100%;height:100dvh;background:#fff;background:linear-gradient(red,blue)}",
    ],
    ["nothing", ""],
  ])("keeps every byte where there is nothing to lower: %s", (_what, css) => {
    expect(lower(css)).toEqual({ css });
  });

  test.each([
    ["another language", "{{#if dark}} .a{color:rgb(0 0 0)} {{/if}}"],
    ["a brace too many", ".a{color:rgb(0 0 0)}}"],
    ["a hack", ".a{color:rgb(0 0 0);*zoom:1}"],
  ])("is kept with the reason when it does not parse: %s", (_what, css) => {
    const result = lower(css);
    expect(result.css).toBe(css);
    expect(result.fault).toEqual({
      kind: "unparsable",
      message: expect.stringMatching(/./),
      line: 1,
    });
  });

  test("is read once, and forgotten when many others came since", () => {
    let reads = 0;
    const counting = createCssCompiler(
      {
        transform: (options) => {
          reads++;
          return lightning.transform(options as never);
        },
      },
      2,
    );
    const read = (css: string) => {
      const before = reads;
      counting.lowerSheet(css);
      return reads - before;
    };
    expect(read(".a{top:0}")).toBe(1);
    expect(read(".a{top:0}")).toBe(0);
    read(".b{top:0}");
    expect(read(".a{top:0}")).toBe(0);
    read(".c{top:0}");
    expect(read(".a{top:0}")).toBe(0);
    expect(read(".b{top:0}")).toBe(1);
  });
});

describe("a style attribute", () => {
  test.each([
    ["keeps what is in order, to the byte", "color : RED;; margin:0 auto ;"],
    ["keeps commas", "background-color:rgb(255,255,255);color:rgba(0, 0, 0, 0.5)"],
    ["keeps a class of that name in a URL", "background:url(a.png?infinityx)"],
    ["keeps what does not parse", "color:rgb(0 0 0} b{"],
  ])("%s", (_what, style) => {
    expect(compiler.lowerStyle(style)).toBe(style);
  });

  test.each([
    ["margin:0;color:rgb(0 0 0 / 50%);top:0", "margin:0;color:rgba(0,0,0,.5);top:0"],
    ["color:rgb(0,0,0,50%)", "color:rgba(0,0,0,.5)"],
    ["margin:0; color: oklch(0.7 0.1 200) !important;", "margin:0;color:#40b1b7!important;"],
    ["border-radius:calc(infinity * 1px)", "border-radius:9999px"],
    ["--tw-x:1;top:0", "top:0"],
    ["filter:blur(8px) var(--tw-brightness,) var(--tw-contrast,)", "filter:blur(8px)"],
    ["font-variant-numeric:var(--tw-ordinal,) tabular-nums", "font-variant-numeric:tabular-nums"],
    [
      "background:url(data:image/png;base64,AA==) rgb(0 0 0)",
      "background:#000 url(data:image/png;base64,AA==)",
    ],
    ['content:"a;b";color:rgb(0 0 0)', 'content:"a;b";color:#000'],
  ])("lowers %s", (style, expected) => {
    expect(compiler.lowerStyle(style)).toBe(expected);
    expect(compiler.lowerStyle(expected)).toBe(expected);
  });
});
