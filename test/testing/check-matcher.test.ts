import { mailMatchers } from "letterpress/testing";
import { describe, expect, test } from "vitest";
import { toEmail } from "../check/fixture.ts";

const { toPassChecks } = mailMatchers;

describe("toPassChecks()", () => {
  test("passes an email with which nothing is wrong", () => {
    expect(toPassChecks(toEmail("")).pass).toBe(true);
  });

  test("says what is wrong, by what it was seen and what to do", () => {
    const { pass, message } = toPassChecks(toEmail("<p>Hello undefined,</p>"));
    expect(pass).toBe(false);
    expect(message()).toContain("error [unrendered-values] A value is not there");
    expect(message()).toContain('seen: "Hello undefined,"');
  });

  test("lets warnings pass unless it is asked for them", () => {
    const email = toEmail('<p><a href="http://shop.example/a">Your order</a></p>');
    expect(toPassChecks(email).pass).toBe(true);
    expect(toPassChecks(email, { max: "warning" }).pass).toBe(false);
    expect(toPassChecks(email, { max: "warning", rules: { "insecure-link": "off" } }).pass).toBe(
      true,
    );
  });

  test("refuses what is no email", () => {
    expect(() => toPassChecks("<p>Hello</p>")).toThrow(/given no email/);
  });
});
