import { expect, test } from "vitest";
import { makeSnippets } from "../../../../preview/app/inbox/snippets.ts";

test("the snippets name the address that the inbox listens on", () => {
  for (const { code } of makeSnippets("smtp://127.0.0.1:4025")) expect(code).toContain("4025");
});
