import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listRules } from "./data/list-rules.ts";
import { checkForeign } from "./foreign/check-foreign.ts";
import { listReview } from "./foreign/list-review.ts";
import { reviews } from "./foreign/review.ts";

const document = readFileSync(new URL("../../docs/checks.md", import.meta.url), "utf8");

test("docs/checks.md lists the rules as they are; npm run check-docs writes it", () => {
  expect(listRules(document)).toBe(document);
});

test("all that is found in foreign templates was looked at, and docs/checks.md tells of it", async () => {
  const findings = await checkForeign();
  expect(findings.length).toBeGreaterThan(50);
  const unseen = findings.filter(({ rule }) => reviews[rule] === undefined);
  expect(unseen.map(({ rule, template }) => `${rule} in ${template}`)).toEqual([]);
  expect(listReview(document, findings)).toBe(document);
});
