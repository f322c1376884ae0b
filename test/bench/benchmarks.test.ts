import { join, resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { execute } from "../build/run-node.ts";

/** Each is a program of its own that starts others; only one that hangs takes so long. */
vi.setConfig({ testTimeout: 600_000 });

const repository = resolve(import.meta.dirname, "../..");

/** One round of a benchmark: that it runs and prints its figures, whatever they are. */
async function oneRound(...args: readonly string[]): Promise<string> {
  const tsx = join(repository, "node_modules/tsx/dist/cli.mjs");
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  const all = [tsx, join(repository, "test/bench/index.ts"), ...args];
  const { stdout } = await execute(process.execPath, all, repository, { ...env, ROUNDS: "1" });
  return stdout;
}

test("render compares with React Email's renderer and with React's own", async () => {
  const printed = await oneRound("render");
  for (const figure of ["plain receipt", "Tailwind email", "ours / theirs", "ours / floor"]) {
    expect(printed).toContain(figure);
  }
  expect(printed).not.toContain("NaN");
});

test("cold-start compares built emails with those of the components", async () => {
  const printed = await oneRound("cold-start");
  expect(printed).toMatch(/billing\/receipt from @react-email\/components +[\d.]+ time/);
  expect(printed).not.toContain("NaN");
});

test("load compares with nodemailer's pool, and counts round trips", async () => {
  const printed = await oneRound("load", "--messages", "50", "--long", "200");
  expect(printed).toContain("two round trips a message at most");
  expect(printed).toContain("200 of 200 sent");
  expect(printed).not.toContain("NaN");
});

test("preview times what a person waits for", async () => {
  const printed = await oneRound("preview");
  for (const figure of ["start → first email", "save → visible", "palette opens", "typing"]) {
    expect(printed.split(figure).length).toBe(4);
  }
});

test("outbox compares with queues on one PostgreSQL, and claims from a backlog", async () => {
  const sizes = ["--jobs", "60", "--processes", "2", "--backlog", "1000", "--rounds", "1"];
  const printed = await oneRound("outbox", ...sizes);
  for (const rival of ["pg-boss", "graphile-worker", "BullMQ"]) {
    expect(printed).toMatch(new RegExp(`put in, one by one, 2 processes.* ${rival} \\d+ \\(`));
  }
  expect(printed).toMatch(/from enqueue to MAIL.*\n +median [\d.]+/);
  expect(printed).toMatch(/\n +1000 +[\d.]+ +[\d.]+/);
  expect(printed).not.toContain("NaN");
});

test("checks compares with emailens, and checks a thousand variants from start to end", async () => {
  const printed = await oneRound("checks");
  for (const figure of ["letterpress: ", "emailens: ", "× emailens", "reading the email"]) {
    expect(printed).toContain(figure);
  }
  expect(printed).toMatch(/a thousand variants from start to end: [\d.]+ s, \d+ a second/);
  expect(printed).not.toContain("NaN");
});

test("webhook compares the handler with a route written by hand", async () => {
  const printed = await oneRound("webhook");
  expect(printed).toMatch(/letterpress +\d+\n +by hand +\d+/);
});

test("install counts what an app that sends installs", async () => {
  const printed = await oneRound("install");
  expect(printed).toMatch(/letterpress +\d+ +[\d.]+\n +nodemailer, @react-email\/components +\d+/);
});
