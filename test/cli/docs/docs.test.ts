import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "../../../src/cli/commands.ts";
import { writeCommands } from "./describe-commands.ts";

test("docs/cli.md holds the commands as they are; npm run cli-docs writes it", () => {
  const document = readFileSync(new URL("../../../docs/cli.md", import.meta.url), "utf8");
  const specs = commands.map(({ spec }) => spec);
  expect(writeCommands(document, specs)).toBe(document);
});
