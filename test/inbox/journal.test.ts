import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInbox } from "letterpress/inbox";
import { expect, onTestFinished, test, vi } from "vitest";
import { openJournal } from "../../src/inbox/folder/journal.ts";
import { sendRaw } from "./send-raw.ts";

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-journal-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const raw = (subject: string) => new Uint8Array(Buffer.from(`Subject: ${subject}\r\n\r\n\n{"\n`));

const facts = (n: number) => ({
  ...{ id: `00000000-0000-4000-8000-00000000000${n}`, file: `${n}.eml`, receivedAt: Date.now() },
  ...{ sizeBytes: raw(`${n}`).length, envelope: { from: "a@b.test", to: ["c@d.test"] } },
  ...{ problems: [], conversation: [] },
});

/** Writes a journal as a process leaves it that was killed. */
function leaveBehind(folder: string, numbers: readonly number[], gone: readonly number[] = []) {
  const journal = openJournal(folder, () => {});
  for (const n of numbers) journal.add(facts(n), raw(`${n}`));
  journal.drop(gone.map((n) => facts(n).id));
  journal.close();
}

const journalIn = (folder: string) => readdirSync(folder).find((name) => /journal$/.test(name));

async function reopen(folder: string) {
  const told: string[] = [];
  const inbox = await createInbox({
    ...{ port: 0, folder },
    onFolderProblem: (problem) => told.push(problem),
  });
  onTestFinished(() => inbox.close());
  return { inbox, told };
}

test("what a killed process had not filed is there, in its order, without what was deleted", async () => {
  const folder = makeFolder();
  leaveBehind(folder, [1, 2, 3, 4], [2]);
  const { inbox, told } = await reopen(folder);
  expect(inbox.list().map(({ subject }) => subject)).toEqual(["4", "3", "1"]);
  expect(inbox.list()[0]).toMatchObject({ raw: raw("4"), envelope: facts(4).envelope });
  expect(told).toEqual([]);
  await vi.waitFor(() => expect(journalIn(folder)).toBeUndefined(), { timeout: 10_000 });
  expect(readFileSync(join(folder, "4.eml"))).toEqual(Buffer.from(raw("4")));
});

test("a message that was being written is left out, and nothing is told: it had no answer", async () => {
  const folder = makeFolder();
  leaveBehind(folder, [1]);
  const path = join(folder, journalIn(folder) ?? "");
  appendFileSync(path, `${JSON.stringify(facts(2))}\nSubject: torn`);
  const { inbox, told } = await reopen(folder);
  expect(inbox.list().map(({ subject }) => subject)).toEqual(["1"]);
  expect(told).toEqual([]);
});

test("a damaged journal is told of, and what stands before the damage is there", async () => {
  const folder = makeFolder();
  leaveBehind(folder, [1]);
  appendFileSync(join(folder, journalIn(folder) ?? ""), "\0\0\0\n\0\0");
  const { inbox, told } = await reopen(folder);
  expect(inbox.list().map(({ subject }) => subject)).toEqual(["1"]);
  expect(told).toEqual([expect.stringContaining("is damaged, and its end is skipped")]);
});

test("what is deleted before it has a file stays deleted", async () => {
  const folder = makeFolder();
  const first = await createInbox({ port: 0, folder });
  await sendRaw(first, { headers: ["X-Number: 1"] });
  const held = first.list()[0];
  first.clear();
  // Whoever holds it still can read it.
  expect(held?.headers.map(({ name }) => name)).toContain("X-Number");
  await first.close();
  expect(held?.raw.length).toBe(held?.sizeBytes);
  const { inbox } = await reopen(folder);
  expect(inbox.list()).toEqual([]);
});

test("a message that is deleted with its file can be read by whoever holds it", async () => {
  const folder = makeFolder();
  const { inbox } = await reopen(folder);
  await sendRaw(inbox, { headers: ["X-Number: 1"] });
  const [held] = inbox.list();
  await vi.waitFor(() => expect(journalIn(folder)).toBeUndefined(), { timeout: 10_000 });
  inbox.clear();
  await vi.waitFor(() => expect(readdirSync(folder).filter((n) => /eml$/.test(n))).toEqual([]));
  expect(held?.raw.length).toBe(held?.sizeBytes);
  expect(held?.headers.map(({ name }) => name)).toContain("X-Number");
});
