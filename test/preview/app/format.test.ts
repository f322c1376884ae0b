import { expect, test } from "vitest";
import { parseRecipients } from "../../../preview/app/send/recipients.ts";
import {
  count,
  formatBytes,
  formatMs,
  formatTime,
  parseSender,
} from "../../../preview/app/ui/format.ts";

test.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [14_541, "14.2 KB"],
  [104_448, "102 KB"],
  [3_250_586, "3.1 MB"],
])("%d octets read %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test("durations, counts and times read at a glance", () => {
  expect([0.42, 3.4, 612, 1234].map(formatMs)).toEqual(["0.4 ms", "3 ms", "612 ms", "1.2 s"]);
  expect([count(1, "email"), count(1200, "email")]).toEqual(["1 email", "1,200 emails"]);
  const noon = new Date(2026, 2, 14, 12, 5).getTime();
  expect(formatTime(noon, noon + 60_000)).toBe("12:05");
  expect(formatTime(noon, noon + 86_400_000)).toMatch(/14/);
});

test.each([
  ["Shop <orders@shop.example>", "Shop", "orders@shop.example"],
  ['"Shop, Ltd" <orders@shop.example>', "Shop, Ltd", "orders@shop.example"],
  ["orders@shop.example", "", "orders@shop.example"],
  ["<orders@shop.example>", "", "orders@shop.example"],
])("a sender %s has the name %j", (from, name, address) => {
  expect(parseSender(from)).toEqual({ name, address });
});

test("recipients are divided by commas, semicolons and lines, and named once", () => {
  expect(parseRecipients(" Ada L <a@b.example>, c@d.example;\n c@d.example,, ")).toEqual([
    ...["Ada L <a@b.example>", "c@d.example"],
  ]);
  expect(parseRecipients("  ")).toEqual([]);
});
