import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, onTestFinished, test } from "vitest";
import { startHeadless } from "../../../preview/server/export/headless-preview.ts";
import { createProject, emailShowing } from "./test-project.ts";

/** Frees all memory that nothing refers to, as Node does when it needs some. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

test("events that no one has read yet outlive the memory that Node frees meanwhile", async () => {
  const project = createProject({ "emails/a.tsx": emailShowing("A") });
  onTestFinished(() => project.dispose());
  const { root } = project;
  const options = { emailsDir: undefined, renderTimeoutMs: undefined, configFile: false } as const;
  const preview = await startHeadless({ root, ...options, watches: true });
  onTestFinished(() => preview.close());
  const events = await preview.events();
  for (let turn = 0; turn < 5; turn += 1) {
    collectGarbage();
    await sleep(20);
  }
  // An email is loaded before an edit of it is told.
  await preview.json("/api/emails/a");
  project.write("emails/a.tsx", emailShowing("B"));
  const first = await events.next();
  expect(first.done).toBe(false);
});
