import fc from "fast-check";
import { compareTextWithHtml, finishHtml, render, renderElement } from "letterpress";
import { describe, expect, test } from "vitest";
import { comparableTree } from "./html/same-tree.ts";
import { anyEmail, anyText } from "./random-email.ts";

const runs = { numRuns: 200 };

describe("finished HTML of any email", () => {
  test("parses to the same tree but for what finishing is there to change", async () => {
    await fc.assert(
      fc.asyncProperty(anyEmail, async (email) => {
        const raw = await renderElement(email, { finish: false });
        const finished = await renderElement(email);
        expect(comparableTree(finished.html)).toEqual(comparableTree(raw.html));
      }),
      runs,
    );
  });

  test("does not change when it is finished again", async () => {
    await fc.assert(
      fc.asyncProperty(anyEmail, async (email) => {
        const { html } = await renderElement(email);
        expect((await finishHtml(html)).html).toBe(html);
      }),
      runs,
    );
  });

  test("has a text that says what it shows, wrapped or not", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEmail,
        fc.constantFrom({}, { wrap: 40 }, { flowed: true }),
        async (email, text) => {
          const rendered = await renderElement(email, { text });
          expect(
            compareTextWithHtml(rendered.html, rendered.text),
            `${rendered.html}\n${rendered.text}`,
          ).toEqual([]);
        },
      ),
      runs,
    );
  });
});

test("a text prop comes out as it went in, however hostile", async () => {
  function Plain({ text }: { readonly text: string }) {
    return <p>{text}</p>;
  }
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const rendered = await render(Plain, { text: `x${text}x` });
      const tidy = (value: string) =>
        value.replace(/\u034f|[\s\0\u00a0\u00ad\u2000-\u200d\u202f\u205f\u2060\ufeff]+/g, "");
      expect(tidy(rendered.text)).toBe(tidy(`x${text}x`));
    }),
    runs,
  );
});
