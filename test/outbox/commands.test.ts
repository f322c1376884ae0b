import { createWebhookHandler } from "letterpress/webhook";
import { expect, inject, test } from "vitest";
import { bounce, makeRequest, options } from "../webhook/handler/post.ts";
import { runCommand } from "../webhook/run-command.ts";
import { openTestOutbox } from "./open-outbox.ts";

test("the commands for webhooks and suppressions read the outbox's database", async () => {
  const { outbox, schema } = await openTestOutbox();
  const { webhookStore: store, suppressionStore: suppressions } = outbox;
  const onEvent = () => {
    throw new Error("no such order");
  };
  const onProblem = () => undefined;
  const handler = createWebhookHandler(options({ store, suppressions, onEvent, onProblem }));
  await handler(makeRequest(bounce, { trace: "trace-b" }));
  const where = ["--store", inject("databaseUrl"), "--schema", schema];
  const listed = await runCommand(["webhooks", "--status", "failed", ...where]);
  expect(listed.printed).toMatch(/bounced {2}ada@example\.com {2}trace-b\n +Error: no such order/);
  const why = await runCommand(["suppressions", "why", "ada@example.com", ...where]);
  expect(why.printed).toMatch(/mail to it bounced for good[\s\S]+webhook +trace-b/);
  await runCommand(["suppressions", "lift", "ada@example.com", ...where]);
  expect(await suppressions.find(["ada@example.com"], "outbound")).toEqual([]);
});

test("the commands say that a database does not answer, and not its password", async () => {
  const store = "postgres://user:secret-word@127.0.0.1:9/none";
  const { code, printed } = await runCommand(["webhooks", "--store", store]);
  expect(code).toBe(1);
  expect(printed).not.toContain("secret-word");
});
