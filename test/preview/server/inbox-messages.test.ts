import nodemailer, { type SendMailOptions } from "nodemailer";
import { beforeEach, describe, expect, test } from "vitest";
import type {
  InboxConnections,
  InboxList,
  InboxMatches,
  InboxMessage,
  InboxSummary,
} from "../../../preview/protocol/index.ts";
import { openPreview, type TestPreview } from "./open-preview.ts";

const token = "0f5c1c0e-2d5f-4b6a-9c0e-7a1b2c3d4e5f";
let preview: TestPreview;

beforeEach(async () => {
  preview = await openPreview({}, { atOnce: true });
});

/** Sends as another program does, and reads what the page is told of it. */
async function receive(
  mail: SendMailOptions,
  auth?: { readonly user: string; readonly pass: string },
): Promise<InboxMessage> {
  const { smtpUrl } = await preview.json<InboxList>("/api/inbox");
  const client = nodemailer.createTransport({
    port: Number(new URL(smtpUrl).port),
    tls: { rejectUnauthorized: false },
    ...(auth ? { auth } : {}),
  });
  await client.sendMail({
    ...{
      from: "Shop <shop@shop.example>",
      to: "ada@example.com",
      subject: "S",
      text: "T",
      ...mail,
    },
  });
  const [newest] = await messages();
  return preview.json<InboxMessage>(`/api/inbox/${newest?.id}`);
}

async function messages(): Promise<readonly InboxSummary[]> {
  return (await preview.json<InboxList>("/api/inbox")).messages;
}

async function subjectsWith(...words: readonly string[]): Promise<string> {
  const query = new URLSearchParams(words.map((word) => ["word", word]));
  const { ids } = await preview.json<InboxMatches>(`/api/inbox/search?${query}`);
  const all = await messages();
  return ids.map((id) => all.find((message) => message.id === id)?.subject).join(" ");
}

describe("a message", () => {
  test("tells what it asks of Postmark, and its headers as they are delivered", async () => {
    const mail = await receive({
      messageId: "<own@shop.example>",
      headers: {
        "X-PM-Message-Stream": "broadcast",
        "X-PM-Tag": "news",
        "X-PM-TrackOpens": "true",
        "X-PM-TrackLinks": "HtmlOnly",
        "X-PM-Metadata-order": "10428",
        "X-Postmark-Server-Token": token,
      },
    });
    expect(mail).toMatchObject({
      ...{ mailbox: "broadcast", stream: "broadcast", tag: "news" },
      ...{ tracking: { opens: true, links: "HtmlOnly" }, metadata: { Order: "10428" } },
    });
    const delivered = new Map(
      mail.deliveredHeaders.map(({ name, value }) => [name.toLowerCase(), value]),
    );
    expect(delivered.get("message-id")).toBe(`<${mail.id}@mtasv.net>`);
    expect([...delivered.keys()].filter((name) => name.startsWith("x-pm-metadata"))).toEqual([]);
    expect(delivered.get("x-postmark-server-token")).toBe("•••• (hidden)");
    expect(JSON.stringify(mail)).not.toContain(token);
  });

  test("lies in the mailbox that was logged in to; hidden recipients are told", async () => {
    const mail = await receive(
      { cc: "Team@example.com", bcc: "audit@shop.example" },
      { user: "mailbox-checkout", pass: "x" },
    );
    expect(mail).toMatchObject({
      ...{ mailbox: "checkout", stream: "outbound", tag: null, bcc: ["audit@shop.example"] },
      cc: [{ name: "", address: "Team@example.com" }],
    });
  });

  test("has the conversation that handed it over, without a credential", async () => {
    const { conversation, sizeBytes, id } = await receive({}, { user: token, pass: token });
    const lines = conversation.map(({ from, text }) => `${from}: ${text}`);
    expect(lines).toContain("client: AUTH PLAIN •••• (hidden)");
    expect(lines).toContain("client: RCPT TO:<ada@example.com>");
    expect(lines).toContain(`client: (${sizeBytes} octets of message)`);
    expect(lines).toContain(`server: 250 2.6.0 Ok: queued as ${id}`);
    expect(lines.join()).not.toContain(Buffer.from(`\0${token}\0${token}`).toString("base64"));
  });

  test("has its links and its likeliest code lifted out", async () => {
    const mail = await receive({
      text: "Order 10428 confirmed.\nYour code is 482 913.\nOr open https://shop.example/verify?a=1.",
      html: `<a href="https://shop.example/verify?a=1&amp;b=2">Verify</a>`,
    });
    expect(mail.codes).toEqual(["482913"]);
    expect(mail.links).toEqual([
      { href: "https://shop.example/verify?a=1&b=2", text: "Verify" },
      { href: "https://shop.example/verify?a=1", text: "https://shop.example/verify?a=1" },
    ]);
    const none = await receive({ text: "Invoice 4821 of 2026, 20 pieces, Berlin 10115" });
    expect(none).toMatchObject({ codes: [], links: [] });
  });

  test("names the messages that it belongs with, and its calendar", async () => {
    const first = await receive({ messageId: "<1@shop.example>" });
    const second = await receive({
      inReplyTo: "<1@shop.example>",
      references: ["<0@shop.example>", "<1@shop.example>"],
      icalEvent: { method: "REQUEST", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR" },
    });
    expect(first.threadIds).toContain("<1@shop.example>");
    expect(second.threadIds).toEqual(
      expect.arrayContaining(["<0@shop.example>", "<1@shop.example>", `<${second.id}@mtasv.net>`]),
    );
    expect([first.hasCalendar, second.hasCalendar]).toEqual([false, true]);
    expect(second.attachments.some(({ isCalendar }) => isCalendar)).toBe(true);
  });

  test("that means harm is shown all the same, in good time", async () => {
    const before = process.cpuUsage();
    const mail = await receive({
      references: Array.from({ length: 500 }, (_, n) => `<${n}@shop.example>`),
      text: `${"1234 ".repeat(20_000)}\n${"https://shop.example/a ".repeat(20_000)}\n${"A".repeat(200_000)}`,
      html: `${"<a href='javascript:alert(1)'>x</a>".repeat(5_000)}${"<b>".repeat(5_000)}`,
    });
    expect(mail.threadIds.length).toBeLessThan(30);
    expect(mail.links).toHaveLength(500);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(5_000);
  });
});

describe("the inbox", () => {
  test("tells of the connections that left no message, and what was said", async () => {
    await receive({ subject: "Fine" });
    const refused = receive({ to: "rcpt-550@fault.test" }, { user: token, pass: token });
    await expect(refused).rejects.toThrow("550");
    const { fruitless } = await preview.json<InboxConnections>("/api/inbox/connections");
    expect(fruitless).toHaveLength(1);
    const said = fruitless[0]?.lines.map(({ from, text }) => `${from}: ${text}`) ?? [];
    expect(said).toContain("client: RCPT TO:<rcpt-550@fault.test>");
    expect(said).toContainEqual(expect.stringMatching(/^server: 550 /));
    expect(said).toContain("client: AUTH PLAIN •••• (hidden)");
  });

  test("is searched through all its words, also of mail that has only HTML", async () => {
    await receive({ subject: "One", text: `${"Far ".repeat(300)} down: Postage per  parcel` });
    await receive({ subject: "Two", text: undefined, html: "<p>The <b>postage</b> is free</p>" });
    await receive({ subject: "Three", attachments: [{ filename: "postage.pdf", content: "x" }] });
    expect(await subjectsWith("POSTAGE")).toBe("Three Two One");
    expect(await subjectsWith("postage", "parcel")).toBe("One");
    expect(await subjectsWith("per parcel")).toBe("One");
    expect(await subjectsWith("<b>")).toBe("");
    const { error } = await preview.json("/api/inbox/search?word=");
    expect(error).toBe("Cannot search: there is no word; write ?word=invoice");
  });

  test("is cleared mailbox by mailbox, also of one that has an odd name", async () => {
    const into = (stream: string) => receive({ headers: { "X-PM-Message-Stream": stream } });
    for (const stream of ["broadcast", "Not A Stream", "outbound", "broadcast"]) await into(stream);
    const clear = (mailbox: string) =>
      preview.request(`/api/inbox?mailbox=${encodeURIComponent(mailbox)}`, {
        method: "DELETE",
        headers: { "x-letterpress": "1" },
      });
    const left = async () => (await messages()).map(({ mailbox }) => mailbox).join();
    expect((await clear("broadcast")).status).toBe(200);
    expect(await left()).toBe("outbound,Not A Stream");
    await clear("Not A Stream");
    await clear("nothing in it");
    expect(await left()).toBe("outbound");
  });
});
