import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { pages, root } from "./code-blocks.ts";
import { writeReference } from "./write-reference.ts";

test("the reference tells every export as its doc comment does", () => {
  expect(readFileSync(join(root, "docs/reference.md"), "utf8")).toBe(writeReference());
});

/** What a heading is linked by, as code hosts make it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/ /g, "-");
}

test.each(pages)("%s: every link leads to a page and a heading that are there", (page) => {
  const text = readFileSync(join(root, page), "utf8").replace(/```[\s\S]*?```/g, "");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
    .map(([, link, image]) => link ?? image ?? "")
    .filter((target) => !/^(?:https?|mailto):/.test(target));
  const dead = targets.filter((target) => {
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? join(root, page) : join(root, dirname(page), path);
    if (!existsSync(file)) return true;
    if (anchor === undefined) return false;
    const headings = [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)];
    return !headings.some(([, heading = ""]) => anchorOf(heading) === anchor);
  });
  expect(dead).toEqual([]);
});
