import { expect, onTestFinished, test } from "vitest";
import { createMessage } from "../../src/message/create-message.ts";
import type { EnvelopeInput } from "../../src/message/message.ts";
import { goodInput } from "./message-input.ts";

/** Makes a message, and hears what the process is warned of meanwhile. */
async function make(change: Partial<EnvelopeInput>) {
  const warnings: (Error & { code?: string })[] = [];
  const onWarning = (warning: Error) => void warnings.push(warning);
  process.on("warning", onWarning);
  onTestFinished(() => void process.off("warning", onWarning));
  const message = createMessage({ ...goodInput, ...change });
  await new Promise((resolve) => setImmediate(resolve));
  return { message, warnings };
}

test("an address again in other letters goes out once, and it is told without the address", async () => {
  const { message, warnings } = await make({
    to: ["Ada@example.com", "ben@example.com"],
    cc: ["ada@Example.com", "eve@example.com"],
    bcc: "BEN@example.com",
  });
  expect(message.to.map(({ address }) => address)).toEqual(["Ada@example.com", "ben@example.com"]);
  expect(message.cc.map(({ address }) => address)).toEqual(["eve@example.com"]);
  expect(message.bcc).toEqual([]);
  expect(warnings.map(({ code }) => code)).toEqual([
    "LETTERPRESS_RECIPIENT_TWICE",
    "LETTERPRESS_RECIPIENT_TWICE",
  ]);
  expect(warnings[0]?.message).toMatch(/^'cc\[0\]' is 'to\[0\]' again/);
  expect(warnings[1]?.message).toMatch(/^'bcc' is 'to\[1\]' again/);
  expect(warnings.join()).not.toMatch(/example/i);
});

test("the same address to the letter, or in another case of its domain, needs no word", async () => {
  const { message, warnings } = await make({ to: "ada@example.com", cc: "ada@EXAMPLE.com" });
  expect(message.cc).toEqual([]);
  expect(warnings).toEqual([]);
});
