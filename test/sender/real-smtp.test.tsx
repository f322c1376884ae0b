import { createSender, createSenderFromEnv } from "letterpress";
import { createInbox, type Inbox } from "letterpress/inbox";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Plain, welcome } from "./emails.tsx";

let inbox: Inbox;

beforeEach(async () => {
  inbox = await createInbox({ port: 0 });
});

afterEach(() => inbox.close());

const from = "Shop <orders@shop.example>";
const header = (mail: { headers: readonly { name: string; value: string }[] }, name: string) =>
  mail.headers.find((one) => one.name.toLowerCase() === name.toLowerCase())?.value;

describe("over real SMTP into a local inbox", () => {
  test("an email arrives with everything that was said of it", async () => {
    const sender = createSender({
      transport: inbox.transport(),
      from,
      replyTo: "help@shop.example",
    });
    const logo = new Uint8Array([1, 2, 3]);
    const { messageId, accepted } = await sender.send({
      to: ["Ada Lovelace <ada@example.com>", "bob@example.com"],
      cc: { name: "Zoë, 山田", address: "zoe@bücher.example" },
      bcc: "hidden@example.com",
      subject: "Grüße, 山田 👋",
      html: '<p>Hi</p><img src="cid:logo">',
      text: "Hi",
      attachments: [
        { filename: "logo.png", content: logo, contentId: "logo" },
        { filename: "résumé.txt", content: "ein Text" },
      ],
      headers: { "X-Note": "kept" },
      stream: "receipts",
      tag: "receipt",
      metadata: { orderId: "7" },
      tracking: { opens: true, links: "HtmlOnly" },
      priority: "high",
      unsubscribe: { url: "https://shop.example/u" },
    });
    const mail = await inbox.waitFor(() => true);
    await sender.close();
    expect(accepted).toHaveLength(4);
    expect(mail).toMatchObject({
      messageId,
      mailbox: "receipts",
      from: { name: "Shop", address: "orders@shop.example" },
      to: [{ name: "Ada Lovelace", address: "ada@example.com" }, { address: "bob@example.com" }],
      cc: [{ name: "Zoë, 山田", address: "zoe@xn--bcher-kva.example" }],
      replyTo: [{ address: "help@shop.example" }],
      subject: "Grüße, 山田 👋",
    });
    expect(mail.html).toContain('src="cid:logo"');
    expect(mail.text?.trim()).toBe("Hi");
    expect(mail.envelope.to).toContain("hidden@example.com");
    expect(Buffer.from(mail.raw).toString("latin1")).not.toContain("hidden@example.com");
    expect(mail.attachments).toMatchObject([
      { filename: "logo.png", contentType: "image/png", contentId: "logo", inline: true },
      { filename: "résumé.txt", contentType: "text/plain", inline: false },
    ]);
    expect(Buffer.from(mail.attachments[0]?.content ?? [])).toEqual(Buffer.from(logo));
    expect(header(mail, "X-Note")).toBe("kept");
    expect(header(mail, "X-PM-Tag")).toBe("receipt");
    expect(header(mail, "X-PM-TrackOpens")).toBe("true");
    expect(header(mail, "X-PM-TrackLinks")).toBe("HtmlOnly");
    expect(header(mail, "Importance")).toBe("high");
    expect(header(mail, "List-Unsubscribe")).toBe("<https://shop.example/u>");
    expect(header(mail, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
  });

  test("the environment is enough, and many are sent", async () => {
    const sender = createSenderFromEnv({ MAIL_URL: inbox.smtpUrl, MAIL_FROM: from });
    await sender.verify();
    const inputs = Array.from({ length: 25 }, (_, index) => ({
      email: welcome,
      props: { name: `Ada ${index}` },
      to: index === 3 ? "nobody" : `ada${index}@example.com`,
    }));
    const statuses: string[] = [];
    for await (const { status } of sender.sendMany(inputs)) statuses.push(status);
    await sender.close();
    expect(statuses.filter((status) => status === "failed")).toHaveLength(1);
    expect(new Set(inbox.list().map(({ subject }) => subject)).size).toBe(24);
  });

  test("an invitation is an alternative whose method matches, and a file", async () => {
    const sender = createSender({ transport: inbox.transport(), from });
    const content = "BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\nEND:VCALENDAR";
    await sender.send({
      react: <Plain />,
      subject: "Invitation",
      to: "ada@example.com",
      calendar: { method: "REQUEST", content },
    });
    const mail = await inbox.waitFor(() => true);
    await sender.close();
    const raw = Buffer.from(mail.raw).toString("latin1");
    const [, alternative = ""] = raw.split("multipart/alternative");
    expect(alternative).toMatch(/Content-Type: text\/calendar;[\s\S]*?method=REQUEST/);
    expect(mail.attachments.some(({ filename }) => filename === "invite.ics")).toBe(true);
  });

  test("a send after close() is refused", async () => {
    const sender = createSender({ transport: inbox.transport(), from });
    await sender.close();
    await expect(
      sender.send({ subject: "Hi", text: "Hi", to: "ada@example.com" }),
    ).rejects.toMatchObject({ code: "ERR_DELIVERY", kind: "closed", outcome: "not-sent" });
  });
});

test("Postmark's unsubscribe placeholder comes through the render unchanged", async () => {
  const sender = createSender({ transport: inbox.transport(), from });
  const placeholder = "{{{ pm:unsubscribe }}}";
  await sender.send({
    react: (
      <p>
        <a href={placeholder}>Leave</a> or copy {placeholder}
      </p>
    ),
    subject: "News",
    to: "ada@example.com",
  });
  const mail = await inbox.waitFor(() => true);
  await sender.close();
  expect(mail.html).toContain(`href="${placeholder}"`);
  expect(mail.html?.split(placeholder)).toHaveLength(3);
  expect(mail.text).toContain(placeholder);
});
