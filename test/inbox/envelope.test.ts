import { connect } from "node:net";
import type { Inbox } from "letterpress/inbox";
import { describe, expect, onTestFinished, test } from "vitest";
import { openInbox } from "./open-inbox.ts";
import { logIn } from "./send-raw.ts";
import { openSmtpSession } from "./smtp-session.ts";

const token = "0f5c1c0e-2d5f-4b6a-9c0e-7a1b2c3d4e5f";

/** Says MAIL and RCPT as given and hands over a message. @returns the replies to both */
async function handOver(inbox: Inbox, mail: string, rcpt: string): Promise<readonly string[]> {
  const session = await openSmtpSession(inbox.port);
  await session.say("EHLO client.test");
  await logIn(session, token, token);
  const replies = [await session.say(mail), await session.say(rcpt)];
  if (replies.every((reply) => reply.startsWith("250"))) {
    await session.say("DATA");
    await session.say("From: a@example.com\r\nSubject: S\r\n\r\nx\r\n.");
  }
  return replies.map((reply) => reply.slice(0, 3));
}

const strictMail = "MAIL FROM:<shop@example.com>";

describe("an address that breaks the grammar", () => {
  test.each([
    ["no brackets", "RCPT TO:ada@example.com", "ada@example.com"],
    ["a space before them", "RCPT TO: <ada@example.com>", "ada@example.com"],
    ["a name before them", "RCPT TO:Ada <ada@example.com>", "ada@example.com"],
    ["spaces within", "RCPT TO:< ada@example.com >", "ada@example.com"],
    ["a quoted local part", 'RCPT TO:<"ada l"@example.com>', '"ada l"@example.com'],
    ["dots at the end", "RCPT TO:<ada.@docomo.example>", "ada.@docomo.example"],
    ["dots in a row", "RCPT TO:<a..b@docomo.example>", "a..b@docomo.example"],
  ])("is taken and marked by default, refused in strict mode: %s", async (_, rcpt, address) => {
    const inbox = await openInbox();
    expect(await handOver(inbox, strictMail, rcpt)).toEqual(["250", "250"]);
    const [message] = inbox.list();
    expect(message?.envelope.to).toEqual([address]);
    expect(message?.problems.map(({ code }) => code)).toEqual(["address-syntax"]);
    const strict = await openInbox({ mode: "strict", credentials: [{ serverToken: token }] });
    expect(await handOver(strict, strictMail, rcpt)).toEqual(["250", "501"]);
  });

  test("is marked where it is the sender's, with its parameters read", async () => {
    const inbox = await openInbox();
    await handOver(inbox, "MAIL FROM:shop@example.com SIZE=10", "RCPT TO:<a@example.com>");
    await handOver(inbox, strictMail, "RCPT TO:<a@example.com>");
    const [fine, sloppy] = inbox.list();
    expect(sloppy?.envelope.from).toBe("shop@example.com");
    expect(sloppy?.problems.map(({ code }) => code)).toEqual(["address-syntax"]);
    expect(fine?.problems).toEqual([]);
    expect(await handOver(inbox, "MAIL FROM:shop@example.com SIZE=99999999999", "NOOP")).toEqual([
      "552",
      "250",
    ]);
  });

  test.each([
    "RCPT TO:ada",
    "RCPT TO:",
    "RCPT TO:<>",
    "RCPT TO:<a@b@>",
    "RCPT TO:<\u0001@b.test>",
    `RCPT TO:<${"a".repeat(300)}@b.test>`,
    `RCPT TO:<${" ".repeat(15_000)}`,
    `RCPT TO:${'"'.repeat(15_000)}`,
  ])("that is none is refused: %j", async (rcpt) => {
    expect(await handOver(await openInbox(), strictMail, rcpt)).toEqual(["250", "501"]);
  });
});

describe("one message and one client take only so much", () => {
  const session = async (inbox: Inbox) => {
    const opened = await openSmtpSession(inbox.port);
    await opened.say("EHLO client.test");
    await logIn(opened, token, token);
    await opened.say(strictMail);
    return opened;
  };

  test.each([
    ["1,000 recipients", 1_000, {}],
    [
      "50 recipients in strict mode",
      50,
      { mode: "strict", credentials: [{ serverToken: token }] } as const,
    ],
  ])("%s, the next is answered 452", async (_, most, options) => {
    const { say, write, reply } = await session(await openInbox(options));
    write(Array.from({ length: most }, (_, n) => `RCPT TO:<a${n}@example.com>\r\n`).join(""));
    for (let n = 0; n < most; n += 1) expect(await reply()).toMatch(/^250/);
    expect(await say("RCPT TO:<late@example.com>")).toMatch(/^452/);
  });

  test("250 connections from one address, the next is answered 421 until one ends", async () => {
    const inbox = await openInbox();
    const open = (): Promise<{ greeting: string; end(): Promise<unknown> }> =>
      new Promise((resolve, reject) => {
        const socket = connect(inbox.port, "127.0.0.1").setEncoding("utf8").on("error", reject);
        onTestFinished(() => void socket.destroy());
        const closed = new Promise((done) => socket.once("close", done));
        socket.once("data", (greeting) =>
          resolve({
            greeting: `${greeting}`,
            end() {
              socket.end("QUIT\r\n");
              return closed;
            },
          }),
        );
      });
    const all = await Promise.all(Array.from({ length: 250 }, open));
    for (const { greeting } of all) expect(greeting).toMatch(/^220/);
    expect((await open()).greeting).toMatch(/^421/);
    await all[0]?.end();
    await expect.poll(async () => (await open()).greeting).toMatch(/^220/);
  });
});
