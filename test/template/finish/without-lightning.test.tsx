import { finishHtml } from "letterpress";
import { afterEach, expect, test } from "vitest";

const key = Symbol.for("letterpress.load-lightningcss");

afterEach(() => {
  Reflect.deleteProperty(globalThis, key);
});

function breakLightning() {
  Reflect.set(globalThis, key, () => Promise.reject(new Error("Cannot find module '../x.node'")));
}

const page = (head: string, body = "<p>Hi</p>") =>
  `<html lang="en"><head><style>${head}</style></head><body>${body}</body></html>`;

test("a library without its binary costs a warning, and not the mail", async () => {
  breakLightning();
  const { html, warnings } = await finishHtml(page(".a{@media (width>=1px){color:red}}"));
  expect(html).toContain(".a{@media (width>=1px){color:red}}");
  expect(html).toContain('name="viewport"');
  expect(warnings).toEqual([
    {
      code: "style-sheet-not-lowered",
      message: expect.stringMatching(/lightningcss is not installed.*npm install lightningcss$/),
    },
  ]);
});

test("it is not missed where there is nothing to lower", async () => {
  breakLightning();
  const { warnings } = await finishHtml(page(".a{color:red}", '<p style="margin:0">Hi</p>'));
  expect(warnings).toEqual([]);
});

test("it is missed for a value in a style attribute, once", async () => {
  breakLightning();
  const body = '<p style="color:oklch(0.5 0.2 0)">Hi</p><p style="color:rgb(0 0 0)">Ho</p>';
  expect((await finishHtml(page(".a{color:red}", body))).warnings).toHaveLength(1);
});

test("a style sheet that is too much is sent as it is, with a warning", async () => {
  const { html, warnings } = await finishHtml(page("a{b:c;".repeat(800)));
  expect(html).toContain("a{b:c;".repeat(800));
  expect(warnings).toEqual([
    {
      code: "style-sheet-not-lowered",
      message: "A style sheet is sent as it is: its rules nest more than 32 deep; write them flat",
    },
  ]);
});
