import { createSender } from "letterpress";
import type { InboxEvent } from "letterpress/inbox";
import { describe, expect, onTestFinished, test } from "vitest";
import { openInbox } from "./open-inbox.ts";
import { logIn, sendRaw } from "./send-raw.ts";
import { openSmtpSession } from "./smtp-session.ts";

function subjects(messages: readonly { readonly subject: string }[]): readonly string[] {
  return messages.map(({ subject }) => subject);
}

describe("mailboxes", () => {
  test("parallel senders to one port do not see each other's mail", async () => {
    const inbox = await openInbox();
    await Promise.all(
      ["one", "two"].map(async (name) => {
        const mailbox = inbox.mailbox(name);
        const sender = createSender({ transport: mailbox.transport(), from: "s@example.com" });
        onTestFinished(async () => void (await sender.close()));
        for (let n = 0; n < 3; n += 1) {
          await sender.send({ to: "a@example.com", subject: `${name} ${n}`, text: "x" });
        }
        const last = await mailbox.waitFor(({ subject }) => subject.endsWith("2"));
        expect(last.mailbox).toBe(name);
        expect(last.problems).toEqual([]);
      }),
    );
    expect(subjects(inbox.mailbox("one").list())).toEqual(["one 2", "one 1", "one 0"]);
    expect(subjects(inbox.mailbox("two").list())).toEqual(["two 2", "two 1", "two 0"]);
    expect(inbox.list()).toHaveLength(6);
  });

  test("are chosen by a header too, which no recipient sees", async () => {
    const inbox = await openInbox();
    const message = await sendRaw(inbox, { headers: ["X-Letterpress-Mailbox: one"] });
    expect(message).toMatchObject({ mailbox: "one", stream: "outbound", problems: [] });
    expect(inbox.mailbox("one").get(message.id)).toBe(message);
    expect(inbox.mailbox("two").get(message.id)).toBeUndefined();
    expect(message.delivered.headers.map(({ name }) => name)).not.toContain(
      "X-Letterpress-Mailbox",
    );
  });

  test("stand for streams where nothing chooses one", async () => {
    const inbox = await openInbox();
    await sendRaw(inbox, { headers: ["X-PM-Message-Stream: receipts"], subject: "r" });
    await sendRaw(inbox, { subject: "o" });
    expect(subjects(inbox.mailbox("receipts").list())).toEqual(["r"]);
    expect(subjects(inbox.mailbox("outbound").list())).toEqual(["o"]);
  });

  test("work in strict mode with the address that they give", async () => {
    const inbox = await openInbox({ mode: "strict", credentials: [{ serverToken: "token" }] });
    const transport = inbox.mailbox("one").transport();
    onTestFinished(() => transport.close());
    await transport.verify();
    const session = await openSmtpSession(inbox.port);
    await session.say("EHLO client.test");
    expect(await logIn(session, "mailbox-one", "guessed")).toMatch(/^535 /);
  });

  test("delete, clear and tell of their own mail only", async () => {
    const inbox = await openInbox({ maxMessages: 3 });
    const one = inbox.mailbox("one");
    const events: InboxEvent[] = [];
    onTestFinished(one.subscribe((event) => events.push(event)));
    const into = (name: string) => sendRaw(inbox, { headers: [`X-Letterpress-Mailbox: ${name}`] });
    const a = await into("one");
    const b = await into("two");
    const c = await into("one");
    expect(one.delete(b.id)).toBe(false);
    await into("two");
    one.clear();
    expect(inbox.list().map(({ mailbox }) => mailbox)).toEqual(["two", "two"]);
    expect(events).toEqual([
      { type: "received", message: a, evicted: [] },
      { type: "received", message: c, evicted: [] },
      { type: "removed", ids: [a.id] },
      { type: "removed", ids: [c.id] },
    ]);
  });

  test("say where to send when nothing arrives", async () => {
    const inbox = await openInbox();
    await expect(inbox.mailbox("one").waitFor(() => true, { timeoutMs: 1 })).rejects.toThrow(
      `check that the sender points at the mailbox one of ${inbox.smtpUrl}`,
    );
  });

  test.each(["", "a b", "../x", "-a", "x".repeat(65)])("refuse the name %j", async (name) => {
    const inbox = await openInbox();
    expect(() => inbox.mailbox(name)).toThrow(RangeError);
  });
});
