import type { Clock } from "letterpress";
import { describe, expect, test } from "vitest";
import { openClient, openInbox } from "./open-inbox.ts";

/** A clock whose sleepers wake when the test says so. */
function createHandClock(): Clock & { readonly asleep: Promise<number>; wake(): void } {
  let wake = () => {};
  let fallAsleep = (_ms: number) => {};
  const asleep = new Promise<number>((resolve) => {
    fallAsleep = resolve;
  });
  return {
    asleep,
    now: () => 1_700_000_000_000,
    wake: () => wake(),
    sleep(ms, options) {
      fallAsleep(ms);
      return new Promise((resolve, reject) => {
        wake = resolve;
        const signal = options?.signal;
        signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
    },
  };
}

async function send(inbox: Awaited<ReturnType<typeof openInbox>>, ...subjects: string[]) {
  const client = openClient(inbox);
  for (const subject of subjects) {
    await client.sendMail({ from: "s@example.com", to: "a@example.com", subject });
  }
}

describe("waitFor()", () => {
  test("finds the oldest match among the messages that are here", async () => {
    const inbox = await openInbox();
    await send(inbox, "a", "b", "b");
    const found = await inbox.waitFor(({ subject }) => subject === "b");
    expect(found).toBe(inbox.list()[1]);
  });

  test("finds a message that comes later", async () => {
    const inbox = await openInbox();
    const waiting = inbox.waitFor(({ subject }) => subject === "b");
    await send(inbox, "a", "b");
    expect((await waiting).subject).toBe("b");
  });

  test("gives up after timeoutMs and says where to send when nothing came", async () => {
    const clock = createHandClock();
    const inbox = await openInbox({ clock });
    const waiting = inbox.waitFor(() => true, { timeoutMs: 250 });
    expect(await clock.asleep).toBe(250);
    clock.wake();
    await expect(waiting).rejects.toThrow(
      `Cannot find the message: none arrived within 250 ms; check that the sender points at ${inbox.smtpUrl}`,
    );
  });

  test("gives up after 5 s by default and tells how many it saw and the last subjects", async () => {
    const clock = createHandClock();
    const inbox = await openInbox({ clock });
    await send(inbox, "a", "b");
    const waiting = inbox.waitFor(({ subject }) => subject === "e");
    await send(inbox, "c", "d");
    expect(await clock.asleep).toBe(5_000);
    clock.wake();
    await expect(waiting).rejects.toThrow(
      'Cannot find the message: looked at 4 within 5000 ms and none matched, the last subjects were "b", "c", "d"; check the predicate, or raise timeoutMs',
    );
  });

  test("rejects with the signal's reason, before and while it waits", async () => {
    const inbox = await openInbox();
    const reason = new Error("enough");
    await expect(inbox.waitFor(() => true, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
    const controller = new AbortController();
    const waiting = inbox.waitFor(() => true, { signal: controller.signal });
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });

  test("rejects with what the predicate throws, for messages here and to come", async () => {
    const inbox = await openInbox();
    const predicate = () => {
      throw new Error("typo in the predicate");
    };
    const waiting = inbox.waitFor(predicate);
    await Promise.all([expect(waiting).rejects.toThrow("typo in the predicate"), send(inbox, "a")]);
    await expect(inbox.waitFor(predicate)).rejects.toThrow("typo in the predicate");
  });

  test("stamps messages with the inbox's clock", async () => {
    const inbox = await openInbox({ clock: createHandClock() });
    await send(inbox, "a");
    expect(inbox.list()[0]?.receivedAt).toEqual(new Date(1_700_000_000_000));
  });
});
