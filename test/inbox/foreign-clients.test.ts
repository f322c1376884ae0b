import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { openClient, openInbox } from "./open-inbox.ts";
import { openSmtpSession, startData } from "./smtp-session.ts";

const run = promisify(execFile);

/** The program that Postmark's tutorials show, but for the address of the server. */
const tutorial = `
import smtplib, sys
from email.mime.text import MIMEText
message = MIMEText("Your order is on its way, Zoë.")
message["Subject"] = "Shipped: 3 × Ink"
message["From"] = "shop@example.com"
message["To"] = "ada@example.com"
server = smtplib.SMTP("127.0.0.1", int(sys.argv[1]))
server.ehlo()
server.starttls()
server.ehlo()
server.login("token", "x")
refused = server.sendmail("shop@example.com", ["ada@example.com"], message.as_string())
server.quit()
print(refused)
`;

describe("the inbox takes mail from", () => {
  test("Python's smtplib: EHLO, STARTTLS, EHLO, LOGIN, sendmail of a MIMEText", async () => {
    const inbox = await openInbox();
    const { stdout } = await run("python3", ["-c", tutorial, String(inbox.port)]);
    expect(stdout.trim()).toBe("{}");
    const [mail] = inbox.list();
    expect(mail).toMatchObject({
      subject: "Shipped: 3 × Ink",
      text: "Your order is on its way, Zoë.",
      from: { address: "shop@example.com" },
      to: [{ address: "ada@example.com" }],
      envelope: { from: "shop@example.com", to: ["ada@example.com"] },
      mailbox: "outbound",
      parseError: undefined,
    });
  });

  test("nodemailer, with TLS and without, with credentials and without", async () => {
    const inbox = await openInbox();
    await openClient(inbox).sendMail({ to: "a@example.com", from: "s@example.com", subject: "1" });
    await openClient(inbox, { auth: { user: "any", pass: "pair" } }).sendMail({
      to: "a@example.com",
      from: "s@example.com",
      subject: "2",
    });
    expect(inbox.list().map(({ subject }) => subject)).toEqual(["2", "1"]);
  });

  test("a client that says AUTH before TLS, as Postmark's server allows", async () => {
    const inbox = await openInbox();
    const plain = await openSmtpSession(inbox.port);
    await plain.say("EHLO client.test");
    const secret = Buffer.from("\0user\0secret").toString("base64");
    expect(await plain.say(`AUTH PLAIN ${secret}`)).toMatch(/^235 /);
    const login = await openSmtpSession(inbox.port);
    await login.say("EHLO client.test");
    expect(await login.say("AUTH LOGIN")).toMatch(/^334 /);
    expect(await login.say(Buffer.from("user").toString("base64"))).toMatch(/^334 /);
    expect(await login.say(Buffer.from("secret").toString("base64"))).toMatch(/^235 /);
  });

  test("twenty clients at once, each mail whole", async () => {
    const inbox = await openInbox();
    const bodies = Array.from({ length: 20 }, (_, n) => `${n} `.repeat(20_000).trim());
    await Promise.all(
      bodies.map((text, n) =>
        openClient(inbox).sendMail({
          from: "s@example.com",
          to: `to-${n}@example.com`,
          subject: `${n}`,
          text,
        }),
      ),
    );
    // On a busy machine large ones are listed after their replies.
    await vi.waitFor(() => expect(inbox.list()).toHaveLength(20), { timeout: 20_000 });
    const mails = [...inbox.list()].sort((a, b) => Number(a.subject) - Number(b.subject));
    expect(mails.map(({ text }) => text)).toEqual(bodies);
    expect(mails.map(({ to }) => to[0]?.address)).toEqual(
      bodies.map((_, n) => `to-${n}@example.com`),
    );
  });

  test("one connection that sends many, pipelined", async () => {
    const inbox = await openInbox();
    const session = await openSmtpSession(inbox.port);
    await session.say("EHLO client.test");
    for (let n = 0; n < 5; n += 1) {
      session.write("MAIL FROM:<s@example.com>\r\nRCPT TO:<a@example.com>\r\nDATA\r\n");
      await session.reply();
      await session.reply();
      expect(await session.reply()).toMatch(/^354 /);
      expect(await session.say(`Subject: ${n}\r\n\r\nbody\r\n.`)).toMatch(/^250 /);
    }
    expect(inbox.list().map(({ subject }) => subject)).toEqual(["4", "3", "2", "1", "0"]);
  });
});

describe("the SMTP dialogue", () => {
  test("announces what Postmark's server announces, and no SMTPUTF8", async () => {
    const inbox = await openInbox({ maxMessageBytes: 4096 });
    const session = await openSmtpSession(inbox.port);
    const extensions = (await session.say("EHLO client.test"))
      .split("\n")
      .map((line) => line.slice(4));
    expect(extensions).toEqual(
      expect.arrayContaining([
        "PIPELINING",
        "8BITMIME",
        "ENHANCEDSTATUSCODES",
        "STARTTLS",
        "AUTH PLAIN LOGIN",
        "SIZE 4096",
      ]),
    );
    expect(extensions).not.toContain("SMTPUTF8");
  });

  test("refuses an announced SIZE over the limit at MAIL, and a grown message with 552", async () => {
    const inbox = await openInbox({ maxMessageBytes: 1000 });
    const session = await openSmtpSession(inbox.port);
    await session.say("EHLO client.test");
    expect(await session.say("MAIL FROM:<s@example.com> SIZE=1001")).toMatch(/^552 .*1000/);
    await startData(session);
    expect(await session.say(`${"x".repeat(998)}\r\nmore\r\n.`)).toMatch(/^552 .*1000/);
    await startData(session);
    expect(await session.say(`${"x".repeat(998)}\r\n.`)).toMatch(/^250 /);
    expect(inbox.list().map(({ sizeBytes }) => sizeBytes)).toEqual([1000]);
  });

  test("holds no more memory for an oversized message than for an allowed one", async () => {
    const inbox = await openInbox({ maxMessageBytes: 1000 });
    const session = await openSmtpSession(inbox.port);
    await startData(session);
    const megabyte = Buffer.from(`${"x".repeat(998)}\r\n`.repeat(1000));
    const before = process.memoryUsage().arrayBuffers;
    for (let n = 0; n < 150; n += 1) {
      await new Promise((resolve) => session.socket.write(megabyte, resolve));
    }
    const grown = process.memoryUsage().arrayBuffers - before;
    expect(await session.say(".")).toMatch(/^552 /);
    expect(grown).toBeLessThan(75_000_000);
    expect(inbox.list()).toEqual([]);
  });

  test("unstuffs dots and keeps the octets as they came", async () => {
    const inbox = await openInbox();
    const session = await openSmtpSession(inbox.port);
    await startData(session);
    const octets = Buffer.from("Subject: dots\r\n\r\n..\r\n...two\r\n\xff\x00 end\r\n", "latin1");
    session.write(octets);
    await session.say(".");
    const [mail] = inbox.list();
    expect(Buffer.from(mail?.raw ?? [])).toEqual(
      Buffer.from("Subject: dots\r\n\r\n.\r\n..two\r\n\xff\x00 end\r\n", "latin1"),
    );
    expect(mail?.sizeBytes).toBe(octets.length - 2);
  });

  test("keeps an internationalised domain in the envelope in its ASCII form", async () => {
    const inbox = await openInbox();
    await openClient(inbox).sendMail({ from: "s@example.com", to: "ada@exämple.com", text: "" });
    expect(inbox.list()[0]?.envelope.to).toEqual(["ada@xn--exmple-cua.com"]);
  });
});
