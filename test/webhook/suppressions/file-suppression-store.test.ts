import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { createFileSuppressionStore } from "letterpress/webhook";
import { expect, test } from "vitest";
import { makeFolder } from "../make-folder.ts";
import { makeChange, testSuppressionStore } from "./suppression-store.contract.ts";

testSuppressionStore("a file", async () => {
  const file = join(makeFolder(), "kept/suppressions.jsonl");
  return {
    store: await createFileSuppressionStore({ file }),
    again: () => createFileSuppressionStore({ file }),
  };
});

test("a file: lines that are none are passed over", async () => {
  const file = join(makeFolder(), "suppressions.jsonl");
  const store = await createFileSuppressionStore({ file });
  await store.apply(makeChange(0));
  appendFileSync(file, `\n{"address":"bob@exa`);
  appendFileSync(file, `\n[1]\n{}\nnull\n`);
  await store.apply(makeChange(0, { address: "eve@example.com" }));
  const found = await store.find(
    ["ada@example.com", "bob@example.com", "eve@example.com"],
    "outbound",
  );
  expect(found.map(({ address }) => address)).toEqual(["ada@example.com", "eve@example.com"]);
  await store.close();
  await store.close();
});
