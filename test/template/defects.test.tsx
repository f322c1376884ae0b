import { render as renderTheirs } from "@react-email/render";
import { finishHtml, renderElement } from "letterpress";
import { describe, expect, test } from "vitest";
import { htmlDefects } from "./defects.tsx";

/** Defects that the present versions of React Email's packages do not show any more. */
const mendedUpstream = new Set(["preloads of images", "pretty HTML"]);

describe.each(htmlDefects)("$name", ({ element, find }) => {
  test("is put right", async () => {
    const { html } = await renderElement(element);
    expect(find(html)).toEqual([]);
  });

  test("stays so when the HTML is finished again", async () => {
    const { html } = await renderElement(element);
    expect((await finishHtml(html)).html).toBe(html);
  });
});

describe.each(htmlDefects.filter(({ name }) => !mendedUpstream.has(name)))("$name", (defect) => {
  test("is what React Email's own render gives", async () => {
    expect(defect.find(await renderTheirs(defect.element))).not.toEqual([]);
  });
});
