import { describe, expect, test } from "vitest";
import type { JsonRecord } from "../../../../preview/protocol/props/json.ts";
import {
  deleteVariant,
  renameVariant,
  updateVariant,
} from "../../../../preview/server/manage/edit-variants.ts";

const wrap = (variants: string, before = "") =>
  `import { defineEmail } from "letterpress";\n${before}\nexport default defineEmail({\n  component: Order,\n  variants: ${variants},\n});\n`;

const place = (code: string, slug: string) => ({
  ...{ path: "email.tsx", code, exportName: "default", slug },
});

function update(code: string, before: JsonRecord, after: JsonRecord, slug = "default") {
  return updateVariant(place(code, slug), before, after);
}

describe("a variant that takes over edited props", () => {
  test("keeps to the letter what stays the same: comments, order, and names", () => {
    const code = wrap(
      `{\n    // The usual one.\n    default: {\n      name: "Ada", // a person\n      order: { ...sample, lines: [one(), two()], total: 7 },\n      when,\n    },\n  }`,
    );
    const order = { lines: [{ a: 1 }, { a: 2 }], total: 7, paid: false };
    const before = { name: "Ada", order, when: "now" };
    expect(update(code, before, { ...before, name: "Eve" })).toBe(code.replace('"Ada"', '"Eve"'));
    expect(update(code, before, { ...before, order: { ...order, total: 9 } })).toBe(
      code.replace("total: 7", "total: 9"),
    );
    // What was spread is written over behind it.
    expect(update(code, before, { ...before, order: { ...order, paid: true } })).toBe(
      code.replace("total: 7 }", "total: 7, paid: true }"),
    );
    const lines = [{ a: 1 }, { a: 5 }];
    expect(update(code, before, { ...before, order: { ...order, lines } })).toBe(
      code.replace("two()", "{ a: 5 }"),
    );
    expect(update(code, before, { ...before, note: "n" })).toBe(
      code.replace("      when,\n", '      when,\n      note: "n",\n'),
    );
  });

  test("says what differs from a name, and copies what JSON cannot express", () => {
    const code = wrap("{\n    default: standard,\n    paid: { icon: <Star />, n: 1 },\n  }");
    const before = { name: "Ada", n: 1 };
    expect(update(code, before, { name: "Ada", n: 2 })).toContain(
      "default: { ...standard, n: 2 },\n",
    );
    const kept = { icon: { $keep: "/icon" }, n: 1 };
    expect(update(code, kept, { icon: { $keep: "/icon" } }, "paid")).toContain(
      "paid: { icon: <Star /> },",
    );
  });

  test.each([
    [`{ default: { a: 1 } }`, `{ default: { a: 1, b: 2 } }`],
    [`{ default: { a: 1, } }`, `{ default: { a: 1, b: 2 } }`],
    [`{ default: {} }`, `{ default: { b: 2 } }`],
    [
      `{\r\n  default: {\r\n    a: 1\r\n  }\r\n}`,
      `{\r\n  default: {\r\n    a: 1,\r\n    b: 2\r\n  }\r\n}`,
    ],
  ])("in whatever form: %j", (variants, wanted) => {
    const before: JsonRecord = variants.includes("a:") ? { a: 1 } : {};
    expect(update(wrap(variants), before, { ...before, b: 2 })).toBe(wrap(wanted));
  });
});

describe("a variant's name", () => {
  const code = wrap(`{\n    default: a,\n    "forty lines": b,\n    paid,\n  }`);

  test("changes, and nothing else", () => {
    expect(renameVariant(place(code, "forty-lines"), "fifty")).toBe(
      code.replace('"forty lines"', "fifty"),
    );
    expect(renameVariant(place(code, "paid"), "not paid")).toBe(
      code.replace("paid,", '"not paid": paid,'),
    );
  });

  test.each([
    ["paid", "default", 'it has a variant "default" already'],
    ["default", "usual", "there is no email without a default variant"],
    ["gone", "usual", 'its variant "gone" is not written out'],
  ])("is refused: %s as %s", (slug, name, reason) => {
    expect(() => renameVariant(place(code, slug), name)).toThrow(reason);
  });
});

describe("a variant that goes", () => {
  test.each([
    [
      `{\n    default: a,\n    // Of a long order.\n    /* Rare. */\n    other: { b: 1 }, // as is\n    third: c,\n  }`,
      `{\n    default: a,\n    third: c,\n  }`,
    ],
    [`{\n    default: a, // usual\n\n    other: b\n  }`, `{\n    default: a, // usual\n\n  }`],
    ["{ default: a, other: b }", "{ default: a }"],
    ["{ default: a, other: b, third: c }", "{ default: a, third: c }"],
    ["{ default: a, other: b, }", "{ default: a, }"],
  ])("takes its line and its comment along: %j", (variants, wanted) => {
    expect(deleteVariant(place(wrap(variants), "other"))).toBe(wrap(wanted));
  });

  test("is not the default one", () => {
    expect(() => deleteVariant(place(wrap("{ default: a }"), "default"))).toThrow(
      "there is no email without a default variant",
    );
  });
});
