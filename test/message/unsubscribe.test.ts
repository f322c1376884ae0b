import { describe, expect, test } from "vitest";
import { createMessage } from "../../src/message/create-message.ts";
import { goodInput, problemsOf } from "./message-input.ts";

describe("unsubscribe takes", () => {
  test.each([
    [
      { url: "https://shop.example/u?a=1" },
      { url: "https://shop.example/u?a=1", mailto: undefined, oneClick: true },
    ],
    [
      { url: "https://shop.example/ü" },
      { url: "https://shop.example/%C3%BC", mailto: undefined, oneClick: true },
    ],
    [
      { url: "https://shop.example/u", oneClick: false },
      { url: "https://shop.example/u", mailto: undefined, oneClick: false },
    ],
    [
      { mailto: "leave@shop.example" },
      { url: undefined, mailto: "mailto:leave@shop.example", oneClick: false },
    ],
    [
      { mailto: "mailto:leave@shop.example?subject=leave%20me" },
      { url: undefined, mailto: "mailto:leave@shop.example?subject=leave%20me", oneClick: false },
    ],
    [
      { url: "https://shop.example/a=?b==?c" },
      { url: "https://shop.example/a%3D?b==%3Fc", mailto: undefined, oneClick: true },
    ],
  ])("%j", (unsubscribe, expected) => {
    expect(createMessage({ ...goodInput, unsubscribe }).unsubscribe).toEqual(expected);
  });
});

describe("unsubscribe refuses", () => {
  test.each([
    [{}, /neither 'url' nor 'mailto'/],
    [{ url: "http://shop.example/u" }, /not a plain https address/],
    [{ url: "javascript:alert(1)" }, /not a plain https address/],
    [{ url: "https://user:pass@shop.example/u" }, /not a plain https address/],
    [{ url: "/u" }, /not a plain https address/],
    [{ url: "https://shop.example/u> , <https://evil.example/" }, /not a plain https address/],
    [{ url: `https://shop.example/${"u".repeat(900)}` }, /at most 900 characters/],
    [{ mailto: "leave" }, /not a mailbox/],
    [{ mailto: "a@shop.example,b@shop.example" }, /not a mailbox/],
    [{ mailto: "leave@shop.example?subject=<x>" }, /not a mailbox/],
    [{ mailto: "leave@shop.example", oneClick: true }, /needs 'unsubscribe.url'/],
    [{ url: "https://shop.example/u", oneclick: true }, /'unsubscribe.oneclick' is not an option/],
  ])("%j", (unsubscribe, problem) => {
    expect(problemsOf({ unsubscribe })).toEqual([expect.stringMatching(problem)]);
  });
});
