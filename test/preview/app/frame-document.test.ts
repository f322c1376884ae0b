import { describe, expect, test } from "vitest";
import { rewriteCondition } from "../../../preview/app/frame/force-scheme.ts";
import { buildFrameDocument, hasDarkStyles } from "../../../preview/app/frame/frame-document.ts";

describe("the document of a frame", () => {
  test.each([
    ["<!DOCTYPE html>", "<html><body>x</body></html>"],
    ['<!-- first -->\n<!doctype html PUBLIC "x">', "<html></html>"],
    ["", "<p>no doctype, so it stays without</p>"],
    ["\n", "<html><head><title>x</title></head></html>"],
  ])("keeps %j first and puts the policy before everything else", (start, rest) => {
    const built = buildFrameDocument(start + rest, "token");
    expect(built.startsWith(`${start}<meta http-equiv="Content-Security-Policy"`)).toBe(true);
    expect(built.endsWith(rest)).toBe(true);
  });

  test("allows no script, form, frame or base", () => {
    const built = buildFrameDocument("<p>", "token");
    expect(built).toContain("default-src 'none'");
    expect(built).toContain("base-uri 'none'");
    expect(built).toContain("form-action 'none'");
    expect(built).not.toContain("script-src");
  });

  test("holds a token that no email name can break out of", () => {
    expect(buildFrameDocument("<p>", `"><script>&`)).toContain(`content="&quot;><script>&amp;"`);
  });
});

describe("dark styles", () => {
  test.each([
    ["<style>@media (prefers-color-scheme:dark){a{color:red}}</style>", true],
    ["<style>@media (prefers-color-scheme : DARK){}</style>", true],
    [`<meta name="color-scheme" content="light dark">`, true],
    ["<style>:root{color-scheme:light dark}</style>", true],
    [`<meta name="color-scheme" content="light">`, false],
    ["<p>a dark horse with a color scheme</p>", false],
  ])("%s: %s", (html, dark) => {
    expect(hasDarkStyles(html)).toBe(dark);
  });
});

describe("a condition on the colour scheme", () => {
  test.each([
    ["(prefers-color-scheme: dark)", "(min-width: 0px)", "(max-width: -1px)"],
    ["(prefers-color-scheme:light)", "(max-width: -1px)", "(min-width: 0px)"],
    [
      "screen and (prefers-color-scheme: dark) and (max-width: 600px)",
      "screen and (min-width: 0px) and (max-width: 600px)",
      "screen and (max-width: -1px) and (max-width: 600px)",
    ],
    ["(max-width: 600px)", "(max-width: 600px)", "(max-width: 600px)"],
  ])("%s is decided", (condition, inDark, inLight) => {
    expect(rewriteCondition(condition, "dark")).toBe(inDark);
    expect(rewriteCondition(condition, "light")).toBe(inLight);
  });
});
