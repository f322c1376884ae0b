import { describe, expect, test } from "vitest";
import type { JsonRecord } from "../../../../preview/protocol/props/json.ts";
import { printCode } from "../../../../preview/protocol/props/print-code.ts";
import { insertVariant } from "../../../../preview/server/props/save/insert-variant.ts";

const edited = { from: "default", before: { name: "Ada", n: 1 }, after: { name: "Eve", n: 1 } };

/** What comes into the file, between what was there. */
function insert(code: string, change: Partial<Parameters<typeof insertVariant>[2]> = {}) {
  const written = insertVariant("email.tsx", code, { name: "for Eve", ...edited, ...change });
  let start = 0;
  while (code[start] === written[start]) start += 1;
  const added = written.length - code.length;
  // All else stays to the letter.
  expect(written.slice(0, start) + written.slice(start + added)).toBe(code);
  return written;
}

const wrap = (variants: string, before = "") =>
  `import { defineEmail } from "letterpress";\n${before}\nexport default defineEmail({\n  component: Order,\n  variants: ${variants},\n});\n`;

describe("a variant written into the email's file", () => {
  test("stands behind the others, in the form of the file", () => {
    const code = wrap(
      `{\n    default: { name: "Ada", n: 1 },\n    other: { name: "Bob", n: 2 }, // as is\n  }`,
    );
    expect(insert(code)).toBe(
      wrap(
        `{\n    default: { name: "Ada", n: 1 },\n    other: { name: "Bob", n: 2 }, // as is\n    "for Eve": { name: "Eve", n: 1 },\n  }`,
      ),
    );
  });

  test("says what differs from a name, where it is made from one", () => {
    const code = wrap(`{\n    default: standard,\n  }`, `const standard = { name: "Ada", n: 1 };`);
    expect(insert(code)).toContain(
      `default: standard,\n    "for Eve": { ...standard, name: "Eve" },\n`,
    );
    expect(insert(code, { after: edited.before })).toContain(`"for Eve": { ...standard },`);
    // What was removed is not spread, and what all changed needs no name.
    expect(insert(code, { after: { name: "Eve" } })).toContain(`"for Eve": { name: "Eve" },`);
    const long = { ...edited.before, list: ["a".repeat(60), "b".repeat(60)] };
    expect(insert(code, { after: long })).toContain(
      `"for Eve": {\n      ...standard,\n      list: [\n        "${"a".repeat(60)}",\n        "${"b".repeat(60)}",\n      ],\n    },\n`,
    );
  });

  test.each([
    [
      `{ default: { name: "Ada" } }`,
      `{ default: { name: "Ada" }, "for Eve": { name: "Eve", n: 1 } }`,
    ],
    [
      `{ default: { name: "Ada" }, }`,
      `{ default: { name: "Ada" }, "for Eve": { name: "Eve", n: 1 } }`,
    ],
    ["{}", `{ "for Eve": { name: "Eve", n: 1 } }`],
    ["{\n\t\tdefault: a\n\t}", `{\n\t\tdefault: a,\n\t\t"for Eve": { ...a, name: "Eve" }\n\t}`],
    [
      "{\n    default: a, /* b */ // c\n  }",
      `{\n    default: a, /* b */ // c\n    "for Eve": { ...a, name: "Eve" },\n  }`,
    ],
    [
      "{ default: a } satisfies Variants",
      `{ default: a, "for Eve": { ...a, name: "Eve" } } satisfies Variants`,
    ],
    ["{ default: a } as const", `{ default: a, "for Eve": { ...a, name: "Eve" } } as const`],
  ])("keeps the form of %j", (variants, expected) => {
    expect(insert(wrap(variants))).toBe(wrap(expected));
  });

  test("is found under another name, in files with single quotes, CRLF and letters of two units", () => {
    const code = [
      "import { defineEmail } from 'letterpress';",
      "const flag = '🏳️‍🌈';",
      "const variants = {",
      "  default: { name: 'Ada' },",
      "};",
      "const email = defineEmail({ component: Order, variants });",
      "export default email;",
    ].join("\r\n");
    expect(insert(code, { after: { name: 'O"Neil', list: ["it's"] } })).toContain(
      `  default: { name: 'Ada' },\r\n  'for Eve': { name: 'O"Neil', list: ["it's"] },\r\n};`,
    );
  });

  test("copies what JSON cannot express from where it is written", () => {
    const code = wrap(
      `{\n    default: { name: "Ada", icon: <Icon size={2} />, at: [when(1)], ...rest },\n  }`,
    );
    const values = { icon: { $keep: "/icon" }, at: [{ $keep: "/at/0" }], more: { $keep: "/more" } };
    expect(insert(code, { before: values, after: { ...values, name: "Eve" } })).toContain(
      `"for Eve": { icon: <Icon size={2} />, at: [when(1)], more: rest.more, name: "Eve" },`,
    );
    const named = wrap(`{\n    default: standard,\n  }`);
    const before = { list: [{ icon: { $keep: "/list/0/icon" }, n: 1 }], name: "Ada" };
    const after = { ...before, list: [{ icon: { $keep: "/list/0/icon" }, n: 2 }] };
    expect(insert(named, { before, after })).toContain(
      `"for Eve": { ...standard, list: [{ icon: standard.list[0].icon, n: 2 }] },`,
    );
  });

  test.each([
    ["export default function Order() {}", /a bare component has no variants/],
    [`export default defineEmail({ component: Order })`, /'variants' is not written out/],
    [wrap("makeVariants()"), /no object that is written out/],
    [wrap(`{ default: {}, "for Eve": {} }`), /has a variant "for Eve" already/],
    [wrap(`{ default: f() }`), /'icon' is no plain value/, { icon: { $keep: "/icon" } }],
    ["export default (", /./],
  ])("refuses %s", (code, message, after: JsonRecord = { name: "Eve" }) => {
    expect(() => insert(code, { before: after, after })).toThrow(message);
  });
});

describe("props as code", () => {
  test.each([
    [{}, "{}"],
    [{ a: 1, "b-c": [true, null, "x"], $$d: {} }, `{ a: 1, "b-c": [true, null, "x"], $d: {} }`],
    [{ at: { $date: "2026-03-14T09:41:00.000Z" } }, `{ at: new Date("2026-03-14T09:41:00.000Z") }`],
    [{ n: { $bigint: "12" }, f: { $keep: "/f" } }, "{ n: 12n, f: undefined /* f: not JSON */ }"],
    [JSON.parse('{"__proto__":1}'), `{ ["__proto__"]: 1 }`],
    [
      {
        list: [
          { title: "a".repeat(50), n: 1 },
          { title: "b".repeat(50), n: 2 },
        ],
      },
      `{\n  list: [\n    { title: "${"a".repeat(50)}", n: 1 },\n    { title: "${"b".repeat(50)}", n: 2 },\n  ],\n}`,
    ],
  ])("%j", (value, code) => {
    expect(printCode(value)).toBe(code);
  });
});
