import { describe, expect, test } from "vitest";
import { writeJson } from "../../src/cli/diff/write-json.ts";
import { writeMarkdown } from "../../src/cli/diff/write-markdown.ts";
import { writeText } from "../../src/cli/diff/write-text.ts";
import { reportOf, shownState } from "./report.ts";

const long = "It is with you by Thursday, and you need not be at home for it at all";
const footer = (word: string) => `<p>Write to us at any ${word}.</p>`;

const report = await reportOf(
  [
    shownState("a", "default", `<h1>A *bold* word</h1>${footer("time")}`),
    shownState("a", "long", `<p>${long} once.</p>${footer("time")}`),
    shownState("b", "default", footer("time")),
    shownState("gone", "default", "<p>x</p>"),
  ],
  [
    shownState("a", "default", `<h1>A *bold* |word|</h1>${footer("hour")}`),
    shownState("a", "long", `<p>${long} twice.</p>${footer("hour")}`),
    shownState("b", "default", footer("hour")),
    shownState("b", "new", "<p>\u001b[31mred</p>"),
  ],
);

describe("a difference as", () => {
  test("text: what is shared once, marked without colours, cut to what is around it", () => {
    expect(writeText(report, { color: false })).toBe(`Compared with main (3f2a1c0d)

a (default)
  h1           A *bold* [-word-]{+|word|+}

a, b (default)
  words        Write to us at any [-time-]{+hour+}.

a (long)
  words        … need not be at home for it at all [-once-]{+twice+}.

new variant: b (new)

removed email: gone

5 of 5 variants changed`);
  });

  test("text in colours, without those that an email may write", () => {
    const text = writeText(report, { color: true });
    expect(text).toContain("\u001b[31;9mtime\u001b[0m\u001b[32mhour\u001b[0m");
    expect(text).not.toContain("\u001b[31mred");
  });

  test("Markdown that shows marks of others as they are", () => {
    const text = writeMarkdown(report);
    expect(text).toContain("### Emails: 5 of 5 variants changed");
    expect(text).toContain("- **h1** A \\*bold\\* <del>word</del><ins>\\|word\\|</ins>");
  });

  test("JSON for each state, with the places of its elements", () => {
    const { changes, reference } = JSON.parse(writeJson(report));
    expect(reference.name).toBe("main");
    expect(changes).toHaveLength(5);
    expect(changes[0].change.view[0]).toMatchObject({
      kind: "words",
      places: [{ before: 4, after: 4 }],
    });
  });
});
