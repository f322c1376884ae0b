import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createChecker } from "../../src/check/check-email.ts";
import { rules } from "../../src/check/rules/index.ts";
import { type Fixture, toEmail } from "./fixture.ts";
import { fixtures } from "./rules/index.ts";

const off = new Set(rules.filter(({ isOff }) => isOff).map(({ name }) => name));

function check(fixture: Fixture, rule = "") {
  const options = typeof fixture === "string" ? {} : fixture.options;
  const email = toEmail(fixture);
  const findings = createChecker({
    ...options,
    rules: { ...(off.has(rule) && { [rule]: "on" as const }), ...options?.rules },
  }).check(email);
  return findings.map(({ rule, message, evidence }) => `${rule}: ${message} (${evidence})`);
}

test("each file of rules/ is a rule of its name", () => {
  const files = readdirSync(new URL("../../src/check/rules", import.meta.url))
    .filter((file) => file.endsWith(".ts") && file !== "index.ts")
    .map((file) => file.replace(/\.ts$/, ""));
  expect(rules.map(({ name }) => name).sort()).toEqual(files.sort());
});

test("each rule has fixtures that pass and fixtures that fail", () => {
  const lacking = rules.filter(({ name }) => {
    const own = fixtures[name];
    return !own || own.passes.length === 0 || own.fails.length === 0;
  });
  expect(lacking.map(({ name }) => name)).toEqual([]);
});

test("there are no fixtures of a rule that is not there", () => {
  const names = new Set(rules.map(({ name }) => name));
  expect(Object.keys(fixtures).filter((name) => !names.has(name))).toEqual([]);
});

test("the email that fixtures stand in has nothing wrong with it", () => {
  expect(check("")).toEqual([]);
});

describe.each(rules.map(({ name }) => name))("%s", (name) => {
  const own = fixtures[name] ?? { passes: [], fails: [] };

  test.each(own.passes.map((fixture, index) => [index, fixture] as const))(
    "passes %i",
    (_, fixture) => {
      expect(check(fixture, name).filter((found) => found.startsWith(`${name}:`))).toEqual([]);
    },
  );

  test.each(own.fails.map((fixture, index) => [index, fixture] as const))(
    "fails %i, and nothing else is said",
    (_, fixture) => {
      const also = typeof fixture === "string" ? [] : (fixture.also ?? []);
      const found = check(fixture, name);
      const others = found.filter(
        (one) => ![name, ...also].some((allowed) => one.startsWith(`${allowed}:`)),
      );
      expect(others).toEqual([]);
      expect(found.map((one) => one.split(":")[0])).toContain(name);
    },
  );
});
