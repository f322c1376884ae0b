import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { createSender } from "letterpress";
import { createInbox, type Inbox, type InboxMessage } from "letterpress/inbox";
import { type AddressObject, simpleParser } from "mailparser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import orderConfirmation from "../../emails/orders/order-confirmation.tsx";

const parseEml = join(import.meta.dirname, "../fixtures/parse-eml.py");

function parseWithPython(raw: Uint8Array) {
  const { stdout, stderr, status } = spawnSync("python3", [parseEml], { input: raw });
  if (status !== 0) throw new Error(stderr.toString());
  return JSON.parse(stdout.toString());
}

function addressesOf(value: AddressObject | AddressObject[] | undefined): (string | undefined)[] {
  return [value ?? []].flat().flatMap((list) => list.value.map((entry) => entry.address));
}

const lf = (text: string | undefined | false) => (text || "").replaceAll("\r\n", "\n").trimEnd();

describe("an order confirmation in the inbox", () => {
  let inbox: Inbox;
  let mail: InboxMessage;

  beforeAll(async () => {
    inbox = await createInbox({ port: 0 });
    const sender = createSender({
      transport: inbox.transport(),
      from: "Shop <orders@shop.example>",
    });
    await sender.send({
      email: orderConfirmation,
      props: orderConfirmation.variants.default,
      to: "Ada Lovelace <ada@example.com>",
    });
    mail = await inbox.waitFor(() => true);
    await sender.close();
  });
  afterAll(() => inbox.close());

  test("parses the same in mailparser", async () => {
    const parsed = await simpleParser(Buffer.from(mail.raw));
    expect(parsed.subject).toBe(mail.subject);
    expect(addressesOf(parsed.from)).toEqual([mail.from?.address]);
    expect(addressesOf(parsed.to)).toEqual(["ada@example.com"]);
    expect(parsed.messageId).toBe(mail.messageId);
    expect(lf(parsed.html)).toBe(lf(mail.html));
    expect(lf(parsed.text)).toBe(lf(mail.text));
  });

  test("parses the same in Python's email package, without a defect", () => {
    const parsed = parseWithPython(mail.raw);
    expect(parsed).toMatchObject({
      subject: mail.subject,
      from: [mail.from?.address],
      to: ["ada@example.com"],
      messageId: mail.messageId,
      defects: [],
    });
    expect(lf(parsed.html)).toBe(lf(mail.html));
    expect(lf(parsed.text)).toBe(lf(mail.text));
  });

  test("is multipart/alternative with the text first, in lines that any server takes", () => {
    const parsed = parseWithPython(mail.raw);
    expect(parsed.type).toBe("multipart/alternative");
    expect(parsed.parts).toEqual(["text/plain", "text/html"]);
    for (const encoding of parsed.encodings)
      expect(["quoted-printable", "7bit"]).toContain(encoding);

    const raw = Buffer.from(mail.raw).toString("latin1");
    expect(raw).not.toMatch(/[^\r]\n|\r[^\n]/);
    expect(raw).not.toMatch(/[^\r\n\t -~]/);
    // RFC 5322 §2.1.1: at most 998 octets and the line end.
    expect(Math.max(...raw.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  test("has a Message-ID and a Date", () => {
    expect(mail.messageId).toMatch(/^<[^<>@\s]+@shop\.example>$/);
    const { date } = parseWithPython(mail.raw);
    expect(Math.abs(Date.parse(date) - mail.receivedAt.getTime())).toBeLessThan(60_000);
  });
});
