import { describe, expect, test } from "vitest";
import { openClient, openInbox } from "./open-inbox.ts";
import { logIn, sendRaw } from "./send-raw.ts";
import { openSmtpSession } from "./smtp-session.ts";

describe("the SMTP conversation", () => {
  test("stands on each message: its session's beginning and its own transaction", async () => {
    const inbox = await openInbox();
    const first = await sendRaw(inbox, { login: ["user", "secret"] });
    const lines = first.conversation.map(
      ({ from, text }) => `${from === "client" ? "C" : "S"}: ${text}`,
    );
    expect(lines.filter((line) => !line.startsWith("S: 250-"))).toEqual([
      "S: 220 localhost ESMTP Letterpress inbox",
      "C: EHLO client.test",
      expect.stringMatching(/^S: 250/),
      "C: AUTH PLAIN /* secured */",
      "S: 235 2.7.0 Authentication successful",
      "C: MAIL FROM:<shop@example.com>",
      "S: 250 2.1.0 Accepted",
      "C: RCPT TO:<ada@example.com>",
      "S: 250 2.1.5 Accepted",
      "C: DATA",
      "S: 354 End data with <CR><LF>.<CR><LF>",
      `C: (${first.sizeBytes} octets of message)`,
      `S: 250 2.6.0 Ok: queued as ${first.id}`,
    ]);
  });

  test("of one connection that sends many is told apart", async () => {
    const inbox = await openInbox();
    const client = openClient(inbox);
    await client.sendMail({ from: "s@example.com", to: "one@example.com" });
    const session = await openSmtpSession(inbox.port);
    await session.say("EHLO client.test");
    for (const to of ["one", "two"]) {
      await session.say("MAIL FROM:<s@example.com>");
      await session.say(`RCPT TO:<${to}@example.com>`);
      await session.say("DATA");
      await session.say("\r\n.");
    }
    const [two, one] = inbox.list();
    expect(JSON.stringify(one?.conversation)).not.toContain("two@");
    expect(JSON.stringify(two?.conversation)).not.toContain("one@");
    expect(two?.conversation[0]).toEqual(one?.conversation[0]);
  });

  test("of a message to hundreds keeps its beginning and its end", async () => {
    const inbox = await openInbox();
    const to = Array.from({ length: 300 }, (_, n) => `a${n}@example.com`);
    const { conversation } = await sendRaw(inbox, { to });
    const told = conversation.map(({ text }) => text);
    expect(told).toContain("RCPT TO:<a0@example.com>");
    expect(told).toContain("RCPT TO:<a299@example.com>");
    expect(told.at(-1)).toMatch(/queued as/);
    expect(told).toContain("(406 lines left out)");
    expect(told.length).toBeLessThan(220);
  });

  test("holds no credential, however it was said", async () => {
    const inbox = await openInbox();
    const session = await openSmtpSession(inbox.port);
    await session.say("EHLO client.test");
    const user = Buffer.from("s3cret-user").toString("base64");
    const password = Buffer.from("s3cret-password").toString("base64");
    await session.say(`AUTH LOGIN ${user}`);
    await session.say("*");
    await session.say(password);
    await session.say("AUTH LOGIN");
    await session.say(user);
    await session.say(password);
    const told = JSON.stringify(inbox.sessions());
    expect(told).toContain("(not a command)");
    for (const secret of [user, password, "s3cret"]) expect(told).not.toContain(secret);
  });

  test("of the last hundred sessions is kept, newest first, with their ends", async () => {
    const inbox = await openInbox();
    for (let n = 0; n < 101; n += 1) {
      const session = await openSmtpSession(inbox.port);
      await session.say(`EHLO client-${n}.test`);
      session.socket.destroy();
    }
    const open = await openSmtpSession(inbox.port);
    await logIn(open, "a", "b");
    const sessions = inbox.sessions();
    expect(sessions).toHaveLength(100);
    expect(sessions[0]?.endedAt).toBeUndefined();
    expect(sessions.at(-1)?.endedAt).toBeInstanceOf(Date);
    expect(JSON.stringify(sessions)).not.toContain("client-1.test");
  });
});
