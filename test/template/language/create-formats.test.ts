import { createFormats } from "letterpress";
import { expect, test } from "vitest";

const german = createFormats({ locale: "de-DE", timeZone: "Europe/Berlin" });
const american = createFormats({ locale: "en-US", timeZone: "America/Los_Angeles" });

test("an instant is a date of the reader's zone", () => {
  expect(german.date("2026-03-14T23:30:00Z")).toBe("15. März 2026");
  expect(american.date("2026-03-14T03:30:00Z")).toBe("March 13, 2026");
  expect(german.date(0, { hour: "2-digit", minute: "2-digit" })).toBe("01:00");
});

test("a bare date is the same day in every zone", () => {
  expect(american.date("2026-03-14")).toBe("March 14, 2026");
});

test("money is written from minor units of its currency", () => {
  expect(american.money(1250, "USD")).toBe("$12.50");
  expect(american.money(1250, "JPY")).toBe("¥1,250");
  expect(german.money(1250, "EUR")).toBe("12,50\u00a0€");
});

test("numbers and lists are written in the reader's language", () => {
  expect(german.number(1234.5)).toBe("1.234,5");
  expect(german.list(["Rot", "Grün", "Blau"])).toBe("Rot, Grün und Blau");
});

test("a zone or a language that is missing or does not exist is refused", () => {
  expect(() => createFormats({ locale: "de" } as never)).toThrow(/'timeZone' must be given/);
  expect(() => createFormats({ timeZone: "UTC" } as never)).toThrow(/'locale' must be given/);
  expect(() => createFormats({ locale: "de", timeZone: "Mars" })).toThrow(RangeError);
  expect(() => createFormats({ locale: "not a tag", timeZone: "UTC" })).toThrow(RangeError);
  expect(() => german.date("soon")).toThrow(/date that does not exist/);
});
