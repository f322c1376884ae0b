import { posix, win32 } from "node:path";
import { expect, test } from "vitest";
import { isWithin } from "../../src/files/is-within.ts";

test.each([
  ["/app/emails", "/app/emails/a.tsx", true],
  ["/app/emails", "/app/emails", true],
  ["/app/emails", "/app/emails/..hidden/a.tsx", true],
  ["/app/emails", "/app/emails-old/a.tsx", false],
  ["/app/emails", "/app", false],
  ["/app/emails", "/app/src/../package.json", false],
  ["/app/emails", "/app/emails/sub/../../.env", false],
])("of %s, %s: %s", (folder, path, is) => {
  expect(isWithin(folder, path, posix)).toBe(is);
});

test.each([
  ["C:\\app\\emails", "C:\\app\\emails\\a.tsx", true],
  // As Vite and git write them, and in other letters: Windows tells none apart.
  ["C:\\app\\emails", "c:/App/emails/orders/a.tsx", true],
  ["C:\\app\\emails", "C:\\app\\emails", true],
  ["C:\\app\\emails", "C:\\app\\emails\\..hidden", true],
  ["C:\\app\\emails", "C:\\app\\emails-old", false],
  ["C:\\app\\emails", "D:\\app\\emails\\a.tsx", false],
  ["C:\\app\\emails", "\\\\server\\share\\a.tsx", false],
  ["\\\\server\\share\\app", "\\\\server\\share\\app\\a.tsx", true],
  ["C:\\app\\emails", "C:\\app\\emails\\sub\\..\\..\\.env", false],
])("on Windows of %s, %s: %s", (folder, path, is) => {
  expect(isWithin(folder, path, win32)).toBe(is);
});
