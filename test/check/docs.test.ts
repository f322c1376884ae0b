import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listRules } from "./data/list-rules.ts";

test("docs/checks.md lists the rules as they are; npm run check-docs writes it", () => {
  const document = readFileSync(new URL("../../docs/checks.md", import.meta.url), "utf8");
  expect(listRules(document)).toBe(document);
});
