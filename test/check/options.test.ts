import { describe, expect, test } from "vitest";
import { checkEmail, createChecker, supportDate } from "../../src/check/index.ts";
import { toEmail } from "./fixture.ts";

const insecure = toEmail('<p><a href="http://shop.example/a">Your order</a></p>');

describe("checkEmail()", () => {
  test("names the rule, what was seen, what to do and the element", () => {
    expect(
      checkEmail({ ...insecure, id: "order", variant: "default", locale: "en" }),
    ).toMatchObject([
      {
        rule: "insecure-link",
        severity: "warning",
        evidence: "http://shop.example/a",
        where: {
          part: "html",
          element: { name: "a" },
          emails: ["order"],
          variants: ["default"],
          locales: ["en"],
        },
      },
    ]);
  });

  test("switches rules off, and makes them as severe as asked", () => {
    expect(checkEmail(insecure, { rules: { "insecure-link": "off" } })).toEqual([]);
    expect(checkEmail(insecure, { rules: { "insecure-link": "error" } })[0]?.severity).toBe(
      "error",
    );
  });

  test("lets pass what an exception is about, and notes which was used", () => {
    const exceptions = [
      {
        rule: "insecure-link",
        emails: "orders/*",
        matches: "shop.example",
        reason: "the host has no certificate",
      },
      { rule: "vague-link", reason: "never seen" },
    ];
    const checker = createChecker({ exceptions });
    expect(checker.check({ ...insecure, id: "orders/order" })).toEqual([]);
    expect([...checker.usedExceptions]).toEqual([0]);
    expect(checker.check({ ...insecure, id: "account/order" })).toHaveLength(1);
  });

  test.each([
    [{ rules: { nonsense: "off" } }, /no rule "nonsense"/],
    [{ rules: { contrast: "loud" } }, /"contrast" must be/],
    [{ clients: ["lotus-notes"] }, /no client "lotus-notes"/],
    [{ exceptions: [{ rule: "contrast", reason: " " }] }, /'reason' must say why/],
    [{ budgets: { htmlBytes: -1 } }, /'htmlBytes' must be a number/],
    [{ colour: true }, /'colour' is no option/],
  ])("refuses %j", (options, message) => {
    expect(() => checkEmail(insecure, options as object)).toThrow(message);
  });

  test("says of what age its data about clients is", () => {
    expect(supportDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test("judges anything: no markup, broken markup, nothing at all", () => {
    for (const html of [
      "",
      "text",
      "<p><table><a href=",
      "<style>@media{",
      "\u0000",
      "<".repeat(500),
    ]) {
      expect(Array.isArray(checkEmail({ subject: "", html, text: "" }))).toBe(true);
    }
  });
});
