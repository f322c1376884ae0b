import { describe, expect, test } from "vitest";
import {
  countBySeverity,
  describeCount,
  describeSpread,
  groupBySeverity,
  printFinding,
} from "../../../../preview/app/checks/finding-words.ts";
import type { EmailSpread, ShownFinding } from "../../../../preview/protocol/index.ts";

function finding(change: Partial<ShownFinding> = {}): ShownFinding {
  return {
    ...{ key: "k", rule: "image-alt", severity: "error", message: "A picture has no alt" },
    ...{ evidence: "parcel.png", advice: "Say what it shows", part: "html" },
    elements: [{ name: "img", index: 7, tag: '<img src="parcel.png">' }],
    clients: [],
    place: { file: "emails/order.tsx", line: 12, column: 7 },
    component: "Img",
    isEstimate: false,
    fix: null,
    ...change,
  };
}

const spread: EmailSpread = {
  revision: 1,
  variantCount: 6,
  localeCount: 2,
  isWhole: true,
  findings: {
    k: { variants: ["one", "two", "three", "four", "five"], locales: ["en", "de"] },
    one: { variants: ["default"], locales: [] },
  },
};

test("findings stand in groups, the worst first, in the order they came", () => {
  const groups = groupBySeverity([
    finding({ key: "a", severity: "info" }),
    finding({ key: "b", severity: "error" }),
    finding({ key: "c", severity: "info" }),
  ]);
  expect(groups.map(({ title, findings }) => [title, findings.map(({ key }) => key)])).toEqual([
    ["Errors", ["b"]],
    ["Notes", ["a", "c"]],
  ]);
  expect(groupBySeverity([])).toEqual([]);
});

describe("what was counted is said", () => {
  const of = (...severities: ShownFinding["severity"][]) =>
    countBySeverity(
      "id",
      severities.map((severity) => ({ severity })),
    );
  test("by what is worst", () => {
    expect(describeCount(of("error", "warning", "warning", "info"))).toBe("1 error, 2 warnings");
    expect(describeCount(of("info"))).toBe("1 note");
    expect(describeCount(of())).toBe("Nothing found");
  });
  test("with the notes where all is asked for", () => {
    expect(describeCount(of("error", "info", "info"), "all")).toBe("1 error, 2 notes");
  });
});

describe("where else a fault is", () => {
  test("is all of them, or named, and cut where there are many", () => {
    expect(describeSpread(finding(), spread)).toBe(
      "5 of 6 variants: one, two, three, four, … · All 2 locales",
    );
    expect(describeSpread(finding({ key: "one" }), spread)).toBe("1 of 6 variants: default");
  });
  test("is not said where there is nowhere else, or it is not known", () => {
    expect(describeSpread(finding(), { ...spread, variantCount: 1, localeCount: 0 })).toBeNull();
    expect(describeSpread(finding({ key: "other" }), spread)).toBeNull();
    expect(describeSpread(finding(), null)).toBeNull();
  });
  test("says when not all were looked at", () => {
    expect(describeSpread(finding({ key: "one" }), { ...spread, isWhole: false })).toContain(
      "of those looked at",
    );
  });
});

test("a finding is copied with all that it takes to put it right", () => {
  const email = { id: "orders/order", variant: "default" };
  const text = printFinding(finding({ clients: ["Gmail"], fix: 'Add alt=""' }), email, spread);
  expect(text.split("\n")).toEqual([
    "error: A picture has no alt (rule image-alt of letterpress check)",
    "Where: emails/order.tsx:12:7 <Img>",
    "Email: orders/order, variant default (5 of 6 variants: one, two, three, four, … · All 2 locales)",
    'Element: <img src="parcel.png">',
    "Evidence: parcel.png",
    "Mail clients: Gmail",
    "What to do: Say what it shows",
    'A change that is certain to be right: Add alt=""',
    "Afterwards: npx letterpress check orders/order",
  ]);
  const bare = finding({ place: null, elements: [], part: "subject" });
  expect(printFinding(bare, email, null)).not.toMatch(/Where|Element|null/);
});
