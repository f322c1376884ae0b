import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatAddress, parseAddress } from "../../src/message/address.ts";
import type { Address } from "../../src/message/message.ts";
import { cpuMs } from "./cpu-time.ts";

describe("parseAddress() reads", () => {
  const cases: readonly (readonly [unknown, Address])[] = [
    ["ada@example.com", { address: "ada@example.com" }],
    ["  ada@example.com ", { address: "ada@example.com" }],
    ["<ada@example.com>", { address: "ada@example.com" }],
    ["Ada Lovelace <ada@example.com>", { name: "Ada Lovelace", address: "ada@example.com" }],
    ["Ada<ada@example.com>", { name: "Ada", address: "ada@example.com" }],
    ['"Lovelace, Ada" <ada@example.com>', { name: "Lovelace, Ada", address: "ada@example.com" }],
    [
      '"Ada \\"the\\" \\\\ L" <a@example.com>',
      { name: 'Ada "the" \\ L', address: "a@example.com" },
    ],
    ['"ada@home" <ada@example.com>', { name: "ada@home", address: "ada@example.com" }],
    ["Zoë 山田 עדה <zoe@example.com>", { name: "Zoë 山田 עדה", address: "zoe@example.com" }],
    ["Ada (work) <ada@example.com>", { name: "Ada (work)", address: "ada@example.com" }],
    ["o'hara+tag=1@example.com", { address: "o'hara+tag=1@example.com" }],
    ["Ada@Example.COM", { address: "Ada@example.com" }],
    ['"ada."@docomo.example', { address: '"ada."@docomo.example' }],
    ['Ada <"a..b"@Docomo.Example>', { name: "Ada", address: '"a..b"@docomo.example' }],
    ['"Ada" <".ada"@docomo.example>', { name: "Ada", address: '".ada"@docomo.example' }],
    [{ address: '"a..b"@docomo.example' }, { address: '"a..b"@docomo.example' }],
    ['"ada"@example.com', { address: "ada@example.com" }],
    ["ada@bücher.example", { address: "ada@xn--bcher-kva.example" }],
    ["ada@例え.テスト", { address: "ada@xn--r8jz45g.xn--zckzah" }],
    [{ address: "ada@example.com" }, { address: "ada@example.com" }],
    [{ name: "", address: "ada@example.com" }, { address: "ada@example.com" }],
    [
      { name: "Lovelace, Ada; <x> @", address: "ada@example.com" },
      { name: "Lovelace, Ada; <x> @", address: "ada@example.com" },
    ],
    [
      { name: "👩‍💻 Ada", address: "ada@example.com" },
      { name: "👩‍💻 Ada", address: "ada@example.com" },
    ],
  ];
  test.each(cases)("%j", (input, address) => {
    expect(parseAddress(input as string)).toEqual({ address });
  });
});

describe("parseAddress() refuses", () => {
  const cases: readonly (readonly [unknown, RegExp])[] = [
    ["", /is empty/],
    ["   ", /is empty/],
    ["Ada <>", /is empty/],
    ["ada", /has no '@'/],
    ["@example.com", /nothing before '@'/],
    ["ada@", /no domain after '@'/],
    ["ada@example", /domain without a dot/],
    ["ada@@example.com", /more than one '@'/],
    ["ada@b@example.com", /more than one '@'/],
    ["a b@example.com", /part before '@' with a space/],
    [".ada@example.com", /misplaced dot/],
    ["ada.@example.com", /misplaced dot/],
    ["a..da@example.com", /misplaced dot/],
    ["a..da@example.com", /in quotes: "name\."@example\.com/],
    ['"a b"@example.com', /quoted local part/],
    ['"a@b"@example.com', /more than one|quoted local part/],
    ['"a,b"@example.com', /quoted local part/],
    ['"a\\"b"@example.com', /quoted local part/],
    ['""@example.com', /quoted local part/],
    [`"${"a".repeat(64)}."@example.com`, /more than 64 octets/],
    ["adä@example.com", /before '@' that is not ASCII/],
    ["ada@[127.0.0.1]", /IP address/],
    ["ada@127.0.0.1", /IP address/],
    ["ada@0x7f.1", /IP address/],
    ["ada@exa_mple.com", /characters that no domain has/],
    ["ada@ex%61mple.com", /characters that no domain has/],
    ["ada@exa mple.com", /characters that no domain has/],
    ["ada@exam\u00adple.com", /characters that no domain has/],
    ["ada@-example.com", /malformed domain/],
    ["ada@example-.com", /malformed domain/],
    ["ada@.example.com", /malformed domain/],
    ["ada@example..com", /malformed domain/],
    ["ada@example.com.", /malformed domain/],
    ["ada@xn--a.example", /cannot be written in ASCII/],
    ["ada@example.com, eve@evil.example", /holds ',' or ';'/],
    ["ada@example.com;eve@evil.example", /holds ',' or ';'/],
    ["Lovelace, Ada <ada@example.com>", /holds ',' or ';'/],
    ['"Ada" <ada@example.com>, <eve@evil.example>', /holds ',' or ';'/],
    ["Friends: ada@example.com;", /holds ',' or ';'/],
    ["Friends: ada@example.com", /groups/],
    ["mailto:ada@example.com", /'mailto:'/],
    ["<@a.example:ada@example.com>", /groups/],
    ["ada@example.com <eve@evil.example>", /name that holds '@'/],
    ["Ada <ada@example.com> <eve@evil.example>", /stray '<' or '>'/],
    ["Ada <<ada@example.com>>", /stray '<' or '>'/],
    ["<ada@example.com> Ada", /stray '<' or '>'/],
    ["Ada <ada@example.com", /stray '<' or '>'/],
    ['"Ada <ada@example.com>', /stray '<' or '>'|quoted local part/],
    ["ada@example.com\r\nBcc: eve@evil.example", /line break/],
    ["ada@example.com\n", /line break/],
    ["Ada\rX <ada@example.com>", /line break/],
    ["ada\0@example.com", /control character/],
    ["ada@example.com\u2028", /control character/],
    ["Ada\u0085 <ada@example.com>", /control character/],
    ["Ada \ud800 <ada@example.com>", /control character/],
    [{ name: "Ada\r\nBcc: eve@evil.example", address: "ada@example.com" }, /line break/],
    [{ name: "Ada", address: "ada@example.com\nBcc: eve@evil.example" }, /line break/],
    [{ address: "ada@example.com, eve@evil.example" }, /holds ',' or ';'/],
    [{ address: "Ada <ada@example.com>" }, /stray '<' or '>'/],
    [{ name: 1, address: "ada@example.com" }, /name that is not a string/],
    [{ name: "Ada" }, /not an address/],
    [null, /not an address/],
    [42, /not an address/],
    [["ada@example.com"], /not an address/],
    [`${"x".repeat(1000)} <ada@example.com>`, /longer than 998/],
  ];
  test.each(cases)("%j", (input, problem) => {
    expect(parseAddress(input as string).problem).toMatch(problem);
  });

  test("a lone quote without any delay, however long the input", () => {
    const hostile = `"${'\\"'.repeat(490)}`;
    let problem: string | undefined;
    expect(
      cpuMs(() => {
        problem = parseAddress(hostile).problem;
      }),
    ).toBeLessThan(100);
    expect(problem).toBeDefined();
  });
});

describe("properties", () => {
  const atext = fc.constantFrom(..."abcXYZ019!#$%&'*+/=?^_`{|}~-");
  const atom = fc.string({ unit: atext, minLength: 1, maxLength: 15 });
  const local = fc.array(atom, { minLength: 1, maxLength: 4 }).map((atoms) => atoms.join("."));
  const name = fc
    .string({ unit: "grapheme", maxLength: 40 })
    .filter((text) => !/[\p{Cc}\u2028\u2029\p{Cs}]/u.test(text));

  test("what formatAddress() writes, parseAddress() reads back", () => {
    fc.assert(
      fc.property(local, fc.domain(), name, (localPart, domain, rawName) => {
        const trimmed = rawName.trim();
        const address = `${localPart}@${domain.toLowerCase()}`;
        fc.pre(!localPart.includes("=?"));
        fc.pre(address.length <= 254 && !/\.\d+$/.test(domain));
        const parsed = parseAddress(
          formatAddress(trimmed ? { name: trimmed, address } : { address }),
        );
        expect(parsed).toEqual({ address: trimmed ? { name: trimmed, address } : { address } });
      }),
    );
  });

  test("of any text at all, parseAddress() makes one safe address or none", () => {
    const pieces = fc.constantFrom(
      "a",
      "@",
      "b.example",
      ",",
      ";",
      "<",
      ">",
      '"',
      "\r\n",
      ":",
      " ",
      "\\",
      "é",
      "\0",
    );
    const text = fc.oneof(
      fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
      fc.array(pieces, { maxLength: 12 }).map((list) => list.join("")),
    );
    fc.assert(
      fc.property(text, (input) => {
        const { address } = parseAddress(input);
        if (!address) return;
        expect(address.address).toMatch(/^[^\s@<>,;:"()[\]\\\P{ASCII}]{1,64}@[a-z0-9.-]+$/u);
        expect(address.address.length).toBeLessThanOrEqual(254);
        expect(address.name ?? "").not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
      { numRuns: 1_000 },
    );
  });
});
