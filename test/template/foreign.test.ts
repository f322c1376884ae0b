import { render as renderTheirs } from "@react-email/render";
import { finishHtml, renderElement } from "letterpress";
import { type ComponentType, createElement } from "react";
import { describe, expect, test } from "vitest";

const modules = import.meta.glob<{ readonly default: ComponentType }>("../fixtures/foreign/*.tsx", {
  eager: true,
});
const templates = Object.entries(modules).map(([path, { default: component }]) => ({
  name: path.replace(/^.*\/|\.tsx$/g, ""),
  element: createElement(component),
}));

/** How much larger than React Email's own a mail may become, octets. */
const largestGrowth = 600;

test("there are templates to try", () => {
  expect(templates.length).toBeGreaterThanOrEqual(40);
});

describe.each(templates)("$name, as others write it", ({ element }) => {
  test("is rendered by default, and the same when it is finished again", async () => {
    const { html } = await renderElement(element);
    expect((await finishHtml(html)).html).toBe(html);
    expect(html).not.toMatch(/var\(--(?:tw|color|blur|spacing)|<style><\/style>|\{\}| style=""/);
  });

  test("is not much larger than what React Email writes", async () => {
    const { html } = await renderElement(element);
    const theirs = await renderTheirs(element);
    expect(Buffer.byteLength(html) - Buffer.byteLength(theirs)).toBeLessThanOrEqual(largestGrowth);
  });
});
