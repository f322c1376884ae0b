import { compareTextWithHtml, type Email, finishHtml, render } from "letterpress";
import { describe, expect, test } from "vitest";
import { htmlDefects } from "./defects.tsx";
import { comparableTree } from "./html/same-tree.ts";

const modules = import.meta.glob<{ readonly default: Email }>(
  ["../../emails/**/*.tsx", "!**/_*", "!**/_*/**", "!**/components/**"],
  { eager: true },
);
const cases = Object.values(modules).flatMap(({ default: email }) =>
  Object.entries(email.variants).map(([variant, props]) => ({
    id: email.id,
    variant,
    email,
    props,
  })),
);

test("there are emails to try", () => {
  expect(cases.length).toBeGreaterThan(30);
});

describe.each(cases)("$id, $variant", ({ email, props }) => {
  test("has none of the defects, and no warning", async () => {
    const { html, warnings } = await render(email, props);
    const found = htmlDefects.flatMap(({ name, find }) =>
      find(html).map((what) => `${name}: ${what}`),
    );
    expect(found).toEqual([]);
    expect(warnings).toBeUndefined();
  });

  test("is the same when it is finished again", async () => {
    const { html } = await render(email, props);
    expect((await finishHtml(html)).html).toBe(html);
  });

  test("keeps conditional comments to the byte", async () => {
    const raw = await render(email, props, { finish: false });
    const finished = await render(email, props);
    const comments = (html: string) =>
      html.match(/<!--\[if[\s\S]*?<!\[endif\]-->|<!--<!\[endif\]-->/g) ?? [];
    const added = /o:PixelsPerInch/;
    expect(comments(finished.html).filter((text) => !added.test(text))).toEqual(
      comments(raw.html).filter((text) => !added.test(text)),
    );
  });

  test("says in the text what the HTML shows", async () => {
    const { html, text } = await render(email, props);
    expect(compareTextWithHtml(html, text)).toEqual([]);
    expect(text).not.toMatch(/\u034f|[\u00a0\u200b\ufeff]|&(?:amp|lt|gt|quot|nbsp);|\n{3}|[ \t]\n/);
  });

  test("parses to the same tree as React's own markup, but for what finishing changes", async () => {
    const raw = await render(email, props, { finish: false });
    const finished = await render(email, props);
    expect(comparableTree(finished.html)).toEqual(comparableTree(raw.html));
  });
});
