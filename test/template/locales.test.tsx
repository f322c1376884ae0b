import { defineEmail } from "letterpress";
import { describe, expect, test } from "vitest";

function Hello({ locale = "en" }: { readonly locale?: "en" | "de" | "ar" }) {
  return <p lang={locale}>Hello</p>;
}

const define = (locales: unknown) =>
  defineEmail({
    id: "hello",
    component: Hello,
    subject: "Hello",
    variants: { default: {} },
    locales: locales as readonly ["en"],
  });

describe("defineEmail() with locales", () => {
  test("keeps the languages in their order", () => {
    expect(define(["en", "de", "ar"]).locales).toEqual(["en", "de", "ar"]);
    expect(define(["pt-BR", "zh-Hant-TW"]).locales).toEqual(["pt-BR", "zh-Hant-TW"]);
    expect(define(undefined).locales).toBeUndefined();
  });

  test.each([
    ["en", TypeError, /'locales' is no list/],
    [["en", 7], TypeError, /'locales'\[1\] is no text/],
    [["en", "english please"], RangeError, /'locales'\[1\] is "english please", no language tag/],
    [[""], RangeError, /no language tag/],
    [["en", "de", "en"], RangeError, /has "en" twice/],
  ])("refuses %j", (locales, type, message) => {
    const attempt = () => define(locales);
    expect(attempt).toThrow(type);
    expect(attempt).toThrow(message);
  });
});
