import { beforeAll, expect, inject, onTestFinished, test, vi } from "vitest";
import { buildCli, runCli } from "../cli/run-cli.ts";
import { startProxy } from "./crash/proxy.ts";
import { openTestOutbox } from "./open-outbox.ts";

beforeAll(buildCli);

const mail = { to: "ada@example.com", subject: "Your order", text: "Thank you" };

/** `letterpress` over an outbox, in a process of its own. */
function runOn(schema: string, env: Readonly<Record<string, string>> = {}) {
  vi.stubEnv("DATABASE_URL", inject("databaseUrl"));
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return (...args: readonly string[]) => runCli([...args, "--schema", schema], import.meta.dirname);
}

test("work sends what is due, and at SIGTERM finishes what is under way and ends with 0", async () => {
  const { outbox, schema, inbox } = await openTestOutbox();
  await outbox.enqueueMany(Array.from({ length: 40 }, () => ({ message: mail })));
  const run = runOn(schema, { MAIL_URL: inbox.smtpUrl, MAIL_FROM: "shop@shop.example" });
  const command = run("work", "--concurrency", "4");
  await command.prints(/Working on the outbox/);
  await inbox.waitFor(() => true, { timeoutMs: 30_000 });
  command.child.kill("SIGTERM");
  expect(await command.ends()).toBe(0);
  const { open, workers } = await outbox.status();
  expect(open).toMatchObject({ sending: 0, uncertain: 0, held: 0 });
  expect(open.queued + inbox.list().length).toBe(40);
  expect(workers).toEqual([]);
});

test("work says that the database does not answer, and goes on when it does", async () => {
  const { outbox, schema, inbox } = await openTestOutbox();
  await outbox.ready();
  const address = new URL(inject("databaseUrl"));
  const proxy = await startProxy(Number(address.port || 5432));
  onTestFinished(() => proxy.close());
  address.port = String(proxy.port);
  const run = runOn(schema, { MAIL_URL: inbox.smtpUrl, MAIL_FROM: "shop@shop.example" });
  const command = run("work", "--url", address.href);
  await expect.poll(async () => (await outbox.status()).workers.length).toBe(1);
  proxy.cut();
  await command.prints(/The database does not answer/);
  await outbox.enqueue(mail);
  proxy.restore();
  await command.prints(/The database answers again/);
  await inbox.waitFor(() => true, { timeoutMs: 30_000 });
  command.child.kill("SIGTERM");
  expect(await command.ends()).toBe(0);
  expect(command.printed()).not.toContain(address.password || "\0");
});

test("outbox shows counts, what is stuck and why, and ends with 1 then; export writes all but bodies", async () => {
  const { outbox, schema, query } = await openTestOutbox();
  await outbox.enqueue({ ...mail, subject: 'One, "two"' }, { key: "order/1" });
  const held = await outbox.enqueue(mail, { key: "order/2" });
  const run = runOn(schema);
  const calm = run("outbox");
  expect(await calm.ends()).toBe(0);
  expect(calm.printed()).toMatch(/Open +2 queued[\s\S]+none: nothing is sent/);

  await query("UPDATE {schema}.messages SET state = 'held', reason = 'who knows' WHERE id = $1", [
    held.id,
  ]);
  const [stuck, lines, csv, wrong] = [
    run("outbox", "--json"),
    run("outbox", "export"),
    run("outbox", "export", "--format", "csv", "--state", "queued"),
    run("outbox", "exprot"),
  ];
  expect(await stuck.ends()).toBe(1);
  expect(JSON.parse(stuck.printed())).toMatchObject({
    ...{ open: { queued: 1, held: 1 }, stuck: [{ reason: "who knows", count: 1 }] },
  });
  expect(await lines.ends()).toBe(0);
  const exported = lines
    .printed()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(exported.map(({ key, state }) => [key, state])).toEqual([
    ["order/2", "held"],
    ["order/1", "queued"],
  ]);
  expect(exported[0].headers).toMatch(/^Subject: Your order\r$/m);
  expect(lines.printed()).not.toContain("Thank you");
  await csv.ends();
  expect(csv.printed().trim().split("\r\n")).toHaveLength(2);
  expect(csv.printed()).toContain('"One, ""two"""');
  expect(await wrong.ends()).toBe(2);
  expect(wrong.printed()).toContain("export");
});

test("work says which option is wrong", async () => {
  const command = runOn("letterpress")("work", "--max-connections", "nine");
  expect(await command.ends()).toBe(2);
  expect(command.printed()).toContain('--max-connections is "nine"; give a number above 0');
});
