import { describe, expect, test } from "vitest";
import { formatDate, formatDateTime, formatDay } from "../../emails/components/format/date.ts";
import { createMoneyFormat } from "../../emails/components/format/money.ts";
import { inPlainText } from "../../emails/components/format/plain-text.ts";
import {
  formatBytes,
  formatCount,
  formatDuration,
} from "../../emails/components/format/quantity.ts";

describe("money", () => {
  test.each([
    ["GBP", 1250, "£12.50"],
    ["GBP", 0, "£0.00"],
    ["GBP", 123456789, "£1,234,567.89"],
    ["EUR", 5, "€0.05"],
    ["USD", 100000, "US$1,000.00"],
    ["JPY", 1250, "JP¥1,250"],
    ["KWD", 1250, "KWD\u00a01.250"],
    ["GBP", -290, "\u2212£2.90"],
  ])("%s %d reads %s", (currency, minorUnits, written) => {
    expect(createMoneyFormat(currency)(minorUnits)).toBe(written);
  });

  test("an unknown kind of currency code is refused", () => {
    expect(() => createMoneyFormat("pounds")).toThrow(RangeError);
  });
});

describe("dates", () => {
  test("an instant is told in the reader's zone, with the zone named", () => {
    const instant = "2026-06-30T23:30:00Z";
    expect(formatDateTime(instant)).toBe("1 July 2026, 00:30 BST");
    expect(formatDateTime(instant, "Asia/Tokyo")).toBe("1 July 2026, 08:30 GMT+9");
    expect(formatDate(instant, "America/New_York")).toBe("30 June 2026");
  });

  test("a bare date is the same day in every zone", () => {
    for (const zone of ["Pacific/Honolulu", "Europe/London", "Pacific/Kiritimati"]) {
      expect(formatDay("2026-03-19", zone)).toBe("Thursday 19 March");
    }
  });

  test("a day that does not exist is refused", () => {
    expect(() => formatDate("soon")).toThrow(RangeError);
  });
});

describe("quantities", () => {
  test.each([
    [0, "0 bytes"],
    [1, "1 byte"],
    [999, "999 bytes"],
    [1000, "1 kB"],
    [48_213_004, "48.2 MB"],
    [2_500_000_000_000_000, "2,500 TB"],
  ])("%d bytes read %s", (bytes, written) => {
    expect(formatBytes(bytes)).toBe(written);
  });

  test.each([
    [1, "1 minute"],
    [15, "15 minutes"],
    [60, "1 hour"],
    [90, "90 minutes"],
    [1440, "1 day"],
    [10_080, "7 days"],
  ])("%d minutes read %s", (minutes, written) => {
    expect(formatDuration(minutes)).toBe(written);
  });

  test("counts have their thousands apart", () => {
    expect(formatCount(12480)).toBe("12,480");
  });
});

describe("someone's text in a subject", () => {
  test("is left alone when short and left-to-right", () => {
    expect(inPlainText("Ada")).toBe("Ada");
  });

  test("is isolated when it reads right to left", () => {
    expect(inPlainText("שרה")).toBe("\u2068שרה\u2069");
  });

  test("is shortened without tearing a letter apart", () => {
    expect(inPlainText("x".repeat(50))).toBe(`${"x".repeat(39)}…`);
    expect(inPlainText("👩‍👩‍👧‍👦".repeat(3), 2)).toBe("👩‍👩‍👧‍👦…");
  });
});
