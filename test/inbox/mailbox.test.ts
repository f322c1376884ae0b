import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { InboxEvent } from "letterpress/inbox";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { openClient, openInbox } from "./open-inbox.ts";
import { openSmtpSession, startData } from "./smtp-session.ts";

async function deliver(port: number, subjects: Iterable<string>, body = "x"): Promise<void> {
  const session = await openSmtpSession(port);
  await session.say("EHLO client.test");
  for (const subject of subjects) {
    session.write("MAIL FROM:<s@example.com>\r\nRCPT TO:<a@example.com>\r\nDATA\r\n");
    for (let n = 0; n < 3; n += 1) await session.reply();
    await session.say(`Subject: ${subject}\r\n\r\n${body}\r\n.`);
  }
}

/** Octets that are still referenced, after a garbage collection. */
function memoryInUse(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describe("the inbox keeps", () => {
  test("messages newest first, each under its own id", async () => {
    const inbox = await openInbox();
    await deliver(inbox.port, ["a", "b", "c"]);
    expect(inbox.list().map(({ subject }) => subject)).toEqual(["c", "b", "a"]);
    const ids = inbox.list().map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    for (const message of inbox.list()) expect(inbox.get(message.id)).toBe(message);
    expect(inbox.get("none")).toBeUndefined();
  });

  test("as many messages as the cap says: the oldest go, and the event names them", async () => {
    const inbox = await openInbox({ maxMessages: 2 });
    const events: InboxEvent[] = [];
    inbox.subscribe((event) => events.push(event));
    await deliver(inbox.port, ["a", "b", "c", "d"]);
    const ids = events.map((event) => (event.type === "received" ? event.message.id : ""));
    expect(events.map((event) => event.type === "received" && event.evicted)).toEqual([
      [],
      [],
      [ids[0]],
      [ids[1]],
    ]);
    expect(inbox.evictedCount).toBe(2);
    expect(inbox.list().map(({ subject }) => subject)).toEqual(["d", "c"]);
  });

  test("as many octets as the cap says; one large message can push out several", async () => {
    const inbox = await openInbox({ maxBytes: 2000 });
    await deliver(inbox.port, ["a", "b", "c"], "x".repeat(400));
    await deliver(inbox.port, ["large"], "x".repeat(1900));
    expect(inbox.list().map(({ subject }) => subject)).toEqual(["large"]);
    expect(inbox.evictedCount).toBe(3);
  });

  test("10,000 messages into a cap of 100 with flat memory", { timeout: 120_000 }, async () => {
    const inbox = await openInbox({ maxMessages: 100 });
    const deliverSome = (count: number) =>
      Promise.all(
        Array.from({ length: 4 }, () =>
          deliver(inbox.port, Array.from({ length: count / 4 }, String), "x".repeat(5000)),
        ),
      );
    await deliverSome(2_000);
    const before = memoryInUse();
    await deliverSome(8_000);
    expect(inbox.list()).toHaveLength(100);
    expect(inbox.evictedCount).toBe(9_900);
    // 8,000 kept messages would be 40 MB raw and as much again parsed. Sockets let go of their
    // buffers a few turns of the event loop after they end; what is kept never gets less.
    await expect.poll(() => memoryInUse() - before).toBeLessThan(24_000_000);
  });

  test("the message stream as the name of the mailbox", async () => {
    const inbox = await openInbox();
    const headers = { "X-PM-Message-Stream": "broadcast" };
    await openClient(inbox).sendMail({ from: "s@example.com", to: "a@example.com", headers });
    expect(inbox.list()[0]?.mailbox).toBe("broadcast");
  });
});

describe("the inbox tells", () => {
  test("its listeners what arrives and what is removed, until they unsubscribe", async () => {
    const inbox = await openInbox();
    const events: InboxEvent[] = [];
    const unsubscribe = inbox.subscribe((event) => events.push(event));
    await deliver(inbox.port, ["a", "b", "c"]);
    const [c, b, a] = inbox.list();
    expect(inbox.delete(b?.id ?? "")).toBe(true);
    expect(inbox.delete(b?.id ?? "")).toBe(false);
    inbox.clear();
    inbox.clear();
    unsubscribe();
    await deliver(inbox.port, ["late"]);
    expect(events).toEqual([
      { type: "received", message: a, evicted: [] },
      { type: "received", message: b, evicted: [] },
      { type: "received", message: c, evicted: [] },
      { type: "removed", ids: [b?.id] },
      { type: "removed", ids: [a?.id, c?.id] },
    ]);
  });

  test("the other listeners when one throws, and warns about it", async () => {
    const inbox = await openInbox();
    const warn = vi.spyOn(process, "emitWarning").mockReturnValue();
    onTestFinished(() => warn.mockRestore());
    inbox.subscribe(() => {
      throw new Error("broken listener");
    });
    const subjects: string[] = [];
    inbox.subscribe((event) => {
      if (event.type === "received") subjects.push(event.message.subject);
    });
    await deliver(inbox.port, ["a"]);
    expect(subjects).toEqual(["a"]);
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("broken listener"), {
      code: "LETTERPRESS_LISTENER",
    });
  });
});

describe("close()", () => {
  test("ends a connected client, rejects waiters and frees the port", async () => {
    const inbox = await openInbox();
    const session = await openSmtpSession(inbox.port);
    await startData(session);
    const waiting = inbox.waitFor(() => false);
    await Promise.all([
      expect(waiting).rejects.toThrow("Cannot wait for the message: the inbox was closed"),
      inbox.close(),
      session.ended,
    ]);
    await inbox.close();
    await openInbox({ port: inbox.port });
  });

  test("ends a client that is secured by TLS", async () => {
    const inbox = await openInbox();
    const client = openClient(inbox, { auth: { user: "u", pass: "p" } });
    await client.sendMail({ from: "s@example.com", to: "a@example.com" });
    await inbox.close();
    await expect(client.sendMail({ from: "s@example.com", to: "a@example.com" })).rejects.toThrow();
    expect(inbox.list()).toHaveLength(1);
  });
});

describe("createInbox() refuses", () => {
  test("a port that is taken, naming it and the remedy", async () => {
    const { port } = await openInbox();
    await expect(openInbox({ port })).rejects.toMatchObject({
      code: "EADDRINUSE",
      message: `Cannot start the inbox: port ${port} on 127.0.0.1 is taken by another program; pass another port, or 0 for any free one`,
    });
  });

  test.each([
    [{ port: 70_000 }, "'port' must be an integer from 0 to 65535, got 70000"],
    [{ maxMessages: 0 }, "'maxMessages' must be an integer 1 or more, got 0"],
    [{ maxBytes: 1.5 }, "'maxBytes' must be an integer 1 or more, got 1.5"],
    [
      { maxBytes: 10, maxMessageBytes: 11 },
      "'maxMessageBytes' must be an integer from 1 to 10, got 11",
    ],
  ])("options out of range: %j", async (options, message) => {
    await expect(openInbox(options)).rejects.toThrow(
      new RangeError(`Cannot create the inbox: ${message}`),
    );
  });
});
