import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInbox, type Inbox, type InboxOptions } from "letterpress/inbox";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { openInbox } from "./open-inbox.ts";
import { sendRaw } from "./send-raw.ts";

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-inbox-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const emlIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".eml"));
const subjects = (inbox: Inbox) => inbox.list().map(({ subject }) => subject);
const send = (inbox: Inbox, subject: string, body?: string) =>
  sendRaw(inbox, { headers: [`X-Number: ${subject}`], ...(body ? { body } : {}) });

/** Opens an inbox on a folder, does something with it and closes it. */
async function during<T>(
  folder: string,
  act: (inbox: Inbox) => Promise<T> | T,
  options: InboxOptions = {},
): Promise<T> {
  const inbox = await createInbox({ port: 0, folder, ...options });
  try {
    return await act(inbox);
  } finally {
    await inbox.close();
  }
}

const numbers = (inbox: Inbox) =>
  inbox
    .list()
    .map(({ headers }) => headers.find(({ name }) => name === "X-Number")?.value)
    .join(" ");

describe("an inbox in a folder", () => {
  test("is the same after a restart: messages, their order, envelopes, dialogue and marks", async () => {
    const folder = makeFolder();
    const before = await during(folder, async (inbox) => {
      for (const number of ["1", "2", "3"]) await send(inbox, number);
      const [three, two] = inbox.list();
      inbox.mark([two?.id ?? "", "none"], { read: true });
      return { list: inbox.list(), three };
    });
    await during(folder, (inbox) => {
      expect(numbers(inbox)).toBe("3 2 1");
      expect(inbox.list().map(({ isRead }) => isRead)).toEqual([false, true, false]);
      const three = inbox.get(before.three?.id ?? "");
      const { raw, envelope, receivedAt, delivered, recipients } = before.three ?? {};
      expect(three).toMatchObject({ raw, envelope, receivedAt, recipients });
      expect(three?.delivered.messageId).toBe(delivered?.messageId);
      expect(three?.conversation.map(({ text }) => text)).toContain("RCPT TO:<ada@example.com>");
    });
  });

  test("keeps each message in a file that any program reads, under a name that any system takes", async () => {
    const folder = makeFolder();
    await during(folder, async (inbox) => {
      const small = await send(inbox, "1");
      const large = await send(inbox, "2", "line\r\n".repeat(20_000));
      // Small ones get their files as soon as no more come.
      await vi.waitFor(() => expect(emlIn(folder)).toHaveLength(2), { timeout: 10_000 });
      const contents = emlIn(folder).map((name) => readFileSync(join(folder, name)));
      expect(contents).toEqual([Buffer.from(small.raw), Buffer.from(large.raw)]);
      for (const name of readdirSync(folder)) expect(name).toMatch(/^[\w.-]+$/);
    });
  });

  test("deletes from the folder what is deleted, cleared, pushed out or too old", async () => {
    const folder = makeFolder();
    await during(
      folder,
      async (inbox) => {
        for (const number of ["1", "2", "3"]) await send(inbox, number);
        inbox.delete(inbox.list()[0]?.id ?? "");
      },
      { maxMessages: 2 },
    );
    expect(emlIn(folder)).toHaveLength(1);
    await during(folder, (inbox) => expect(numbers(inbox)).toBe("2"));
    await during(folder, (inbox) => expect(numbers(inbox)).toBe(""), {
      maxAgeMs: 1_000,
      clock: { now: () => Date.now() + 2_000, sleep: async () => {} },
    });
    expect(emlIn(folder)).toEqual([]);
    await during(folder, async (inbox) => {
      await send(inbox, "4");
      inbox.clear();
    });
    expect(readdirSync(folder).filter((name) => /\.eml$|^index/.test(name))).toEqual([]);
  });

  test("shows mail that somebody put there, under an id that stays", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "Some mail.eml"), "Subject: Foreign\r\n\r\nHello\r\n");
    const id = await during(folder, (inbox) => inbox.list()[0]?.id);
    await during(folder, (inbox) => {
      expect(inbox.get(id ?? "")).toMatchObject({ subject: "Foreign", envelope: { to: [] } });
    });
  });

  test("tells of what is damaged, skips it, and shows the rest", async () => {
    const folder = makeFolder();
    await during(folder, async (inbox) => {
      for (const number of ["1", "2", "3"]) await send(inbox, number);
    });
    const [torn = "", unknown = ""] = emlIn(folder).sort();
    writeFileSync(join(folder, torn), "Subject: to");
    writeFileSync(join(folder, "half.eml.part"), "Subject: half");
    writeFileSync(join(folder, "empty.eml"), "");
    writeFileSync(join(folder, "read.json"), "{");
    const [index = ""] = readdirSync(folder).filter((name) => name.startsWith("index"));
    const lines = readFileSync(join(folder, index), "utf8");
    writeFileSync(join(folder, index), lines.replace(`"${unknown}"`, "oh"));
    const told: string[] = [];
    await during(folder, (inbox) => expect(numbers(inbox).split(" ").sort()).toEqual(["2", "3"]), {
      onFolderProblem: (problem) => told.push(problem),
    });
    expect(told.sort()).toEqual(
      [
        expect.stringContaining("1 lines of the index cannot be read"),
        expect.stringContaining(`${torn} has 11 octets where`),
        expect.stringContaining("empty.eml is empty and is skipped"),
      ].sort(),
    );
    expect(emlIn(folder)).toContain(torn);
    expect(readdirSync(folder)).not.toContain("half.eml.part");
  });

  test("has the folder for itself, and leaves it to the next when it closes", async () => {
    const folder = makeFolder();
    await during(folder, async (inbox) => {
      await expect(createInbox({ port: 0, folder })).rejects.toMatchObject({
        code: "EBUSY",
        message: expect.stringContaining("another inbox uses"),
      });
      await expect(createInbox({ port: inbox.port, folder: makeFolder() })).rejects.toThrow(
        "taken",
      );
    });
    writeFileSync(join(folder, "lock"), JSON.stringify({ pid: 2 ** 30, token: "gone" }));
    await during(folder, (inbox) => expect(subjects(inbox)).toEqual([]));
  });

  test("answers 452 when a message cannot be written, and takes the next that can", async () => {
    const folder = makeFolder();
    const inbox = await openInbox({ folder });
    rmSync(folder, { recursive: true });
    await expect(send(inbox, "1")).rejects.toThrow("452");
    expect(inbox.list()).toEqual([]);
  });
});

test("a mark is told to listeners, in the mailbox that holds the message only", async () => {
  const inbox = await openInbox();
  const { id } = await sendRaw(inbox, { headers: ["X-Letterpress-Mailbox: one"] });
  const told: unknown[] = [];
  inbox.subscribe((event) => told.push(event));
  expect(inbox.mailbox("two").mark(id, { read: true })).toBe(0);
  expect(inbox.mailbox("one").mark(id, { read: true })).toBe(1);
  expect(inbox.mark([id], { read: true })).toBe(0);
  expect(inbox.get(id)?.isRead).toBe(true);
  expect(inbox.mark([id], { read: false })).toBe(1);
  expect(told).toEqual([
    { type: "marked", ids: [id], read: true },
    { type: "marked", ids: [id], read: false },
  ]);
});
