import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Attachment, Message } from "../../../src/message/message.ts";
import { compose } from "../../../src/transport/compose.ts";
import { makeMessage } from "../messages.ts";
import { composeWithNodemailer, readWithMailparser, readWithPostalMime } from "./oracle.ts";

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

function file(changes: Partial<Attachment> = {}): Attachment {
  const content = Buffer.from("a,b\r\n1,2\r\n");
  return { filename: "table.csv", content, contentType: "text/csv", ...changes };
}

const inlineImage = file({
  filename: "logo.png",
  content: png,
  contentType: "image/png",
  contentId: "logo",
});
const invitation = [
  ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//shop//EN", "METHOD:REQUEST", "BEGIN:VEVENT"],
  ...["UID:1", "DTSTAMP:20260301T100000Z", "SUMMARY:Übergabe", "END:VEVENT", "END:VCALENDAR", ""],
].join("\r\n");

const messages: Record<string, Partial<Message>> = {
  "text and html": {},
  "text alone": { html: undefined },
  "html alone": { text: undefined },
  "an inline image": { html: '<img src="cid:logo">', attachments: [inlineImage] },
  "an inline image without html": { html: undefined, attachments: [inlineImage] },
  "a file": { attachments: [file()] },
  "a file and no html": { html: undefined, attachments: [file()] },
  "files and inline images": {
    attachments: [file(), inlineImage, file({ filename: "b.bin", content: Buffer.alloc(500, 7) })],
  },
  "an empty file": { attachments: [file({ content: new Uint8Array() })] },
  "a file with a charset of its own": {
    attachments: [
      file({ contentType: "text/csv; charset=iso-8859-1", content: Buffer.from([0xe9]) }),
    ],
  },
  "a file with a Unicode name": { attachments: [file({ filename: "Übersicht – März.csv" })] },
  "a file with a long Unicode name": {
    attachments: [file({ filename: `${"Überblick über den Umsatz ".repeat(6)}😀.csv` })],
  },
  "a file with a quoted name": { attachments: [file({ filename: 'the "best" (1); of=all.csv' })] },
  "an attached message": {
    attachments: [
      file({
        filename: "old.eml",
        contentType: "message/rfc822",
        content: Buffer.from("Subject: old\r\nFrom: a@b.example\r\n\r\nhello\r\n"),
      }),
    ],
  },
  "an invitation": { calendar: { method: "REQUEST", content: invitation, filename: "invite.ics" } },
  "an invitation among files": {
    attachments: [inlineImage, file()],
    calendar: { method: "CANCEL", content: invitation, filename: "einladung für dich.ics" },
  },
  "Unicode everywhere": {
    subject: "Grüße aus 東京 😀 – your order №7",
    from: { name: "Café 東京", address: "orders@shop.example" },
    to: [{ name: "Zoë Ångström", address: "zoe@example.com" }],
    text: "Grüße 😀\nمرحبا بالعالم\n",
    html: "<p>Grüße 😀</p>\n<p dir=rtl>مرحبا بالعالم</p>",
  },
  "names that need quotes": {
    from: { name: 'Shop, "the best" \\ (Ltd.)', address: "orders@shop.example" },
    to: [
      { name: "a@b", address: "ada@example.com" },
      { name: "O'Neil <x>", address: "bob@example.com" },
      { name: "two  spaces", address: "eve@example.com" },
    ],
  },
  "a long subject": { subject: "A word and another ".repeat(40).trim() },
  "a long Unicode subject": { subject: "Größe ".repeat(120).trim() },
  "a subject with spaces in a row": { subject: "a  b   c" },
  "many recipients": {
    to: Array.from({ length: 30 }, (_, i) => ({
      name: `Reader ${i}`,
      address: `r${i}@example.com`,
    })),
    cc: [{ address: "cc@example.com" }],
    replyTo: [{ name: "Help", address: "help@shop.example" }],
  },
  "Postmark's headers": {
    stream: "outbound",
    tag: "orders/confirmation",
    metadata: { orderId: "7", "client-id": "x y z" },
    tracking: { opens: true, links: "HtmlOnly" },
    priority: "high",
    unsubscribe: {
      url: `https://shop.example/u?${"x".repeat(120)}`,
      mailto: "mailto:u@shop.example",
      oneClick: true,
    },
    headers: [{ name: "X-Shop-Origin", value: "böse – ünicode" }],
  },
  "dots at line starts": { text: ".\n..\n.a\n", html: ".\n." },
  "lines without end": { text: "x".repeat(5_000), html: `<p>${"ü".repeat(3_000)}</p>` },
  "spaces at line ends": { text: "a \nb\t\nc  ", html: "<pre>a \n</pre> " },
  "line breaks of all kinds": { text: "a\r\nb\rc\nd", html: "<p>\r\n\r</p>" },
};

describe("compose() writes what nodemailer's composer writes, as a parser sees it:", () => {
  test.each(Object.entries(messages))("%s", async (_, changes) => {
    const message = makeMessage(changes);
    const ours = compose(message).bytes;
    const theirs = await composeWithNodemailer(message);
    expect(await readWithPostalMime(ours)).toEqual(await readWithPostalMime(theirs));
    expect(await readWithMailparser(ours)).toEqual(await readWithMailparser(theirs));
    expectWellFormed(ours);
  });
});

/** The rules of RFC 5322 §2.1 and §2.3, and no octet that needs 8BITMIME. */
function expectWellFormed(bytes: Buffer) {
  const raw = bytes.toString("latin1");
  expect(raw).not.toMatch(/\r(?!\n)|(?<!\r)\n/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(raw).not.toMatch(/[\x00\x80-\xff]/);
  for (const line of raw.split("\r\n")) expect(line.length).toBeLessThanOrEqual(998);
  expect(raw.endsWith("\r\n")).toBe(true);
  const [head = ""] = raw.split("\r\n\r\n");
  for (const line of head.split("\r\n")) expect(line.trim()).not.toBe("");
}

describe("compose()", () => {
  test("writes text first, then html, both in quoted-printable, under a Date and a Message-ID", () => {
    const raw = compose(makeMessage()).bytes.toString("latin1");
    expect(raw.replace(/=_\w+/g, "=_b")).toBe(
      [
        "Date: Sun, 01 Mar 2026 10:00:00 +0000",
        "From: Shop <orders@shop.example>",
        "To: ada@example.com",
        "Subject: Order 7 confirmed",
        "Message-ID: <one@shop.example>",
        "X-PM-KeepID: true",
        "MIME-Version: 1.0",
        'Content-Type: multipart/alternative; boundary="=_b"',
        "",
        "--=_b",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "Thank you",
        "--=_b",
        "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "<p>Thank you</p>",
        "--=_b--",
        "",
      ].join("\r\n"),
    );
  });

  test("gives the same octets for the same message, and other boundaries for another", () => {
    const message = makeMessage({ attachments: [file()] });
    expect(compose(message).bytes.equals(compose({ ...message }).bytes)).toBe(true);
    const boundary = (bytes: Buffer) => /boundary="(.+)"/.exec(bytes.toString())?.[1];
    const other = compose({ ...message, messageId: "<two@shop.example>" });
    expect(boundary(other.bytes)).not.toBe(boundary(compose(message).bytes));
  });

  test("keeps the case of header names, for a metadata key is part of one", () => {
    const raw = compose(makeMessage({ metadata: { orderId: "7" } })).bytes.toString();
    expect(raw).toContain("\r\nX-PM-Metadata-orderId: 7\r\n");
  });

  test("nests related in alternative in mixed", () => {
    const message = makeMessage({ attachments: [file(), inlineImage] });
    const types = [
      ...compose(message)
        .bytes.toString()
        .matchAll(/^Content-Type: ([\w/]+)/gm),
    ];
    expect(types.map(([, type]) => type)).toEqual([
      ...["multipart/mixed", "multipart/alternative", "text/plain", "multipart/related"],
      ...["text/html", "image/png", "text/csv"],
    ]);
  });

  test("offers an invitation as an alternative with its method, and as a file", () => {
    const calendar = { method: "REQUEST", content: invitation, filename: "invite.ics" } as const;
    const raw = compose(makeMessage({ calendar })).bytes.toString();
    expect(raw).toContain("Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\n");
    expect(raw).toContain('Content-Type: application/ics; name="invite.ics"\r\n');
  });

  test("attaches a message that is not plain ASCII as a file, in base64", async () => {
    const content = Buffer.from("Subject: ü\r\n\r\n");
    const attachments = [file({ filename: "old.eml", contentType: "message/rfc822", content })];
    const { bytes } = compose(makeMessage({ attachments }));
    const [attached] = (await readWithPostalMime(bytes)).attachments;
    expect(attached).toMatchObject({ type: "application/octet-stream", filename: "old.eml" });
    expect(attached?.content).toBe(content.toString("base64"));
    expectWellFormed(bytes);
  });

  test("keeps text that looks like an encoded word as it is, which nodemailer does not", async () => {
    const looks = "=?UTF-8?Q?a?= b";
    const from = { name: looks, address: "a@shop.example" };
    const { bytes } = compose(makeMessage({ subject: looks, from }));
    const seen = await readWithPostalMime(bytes);
    expect(seen.from?.name).toBe(looks);
    expect(seen.subject).toBe(looks);
  });

  test("lets nothing begin a header line that a caller did not name", () => {
    const evil = "a\r\nBcc: eve@example.com\r\n\r\nbody";
    const message = makeMessage({
      subject: evil,
      from: { name: evil, address: "orders@shop.example" },
      to: [{ name: evil, address: "ada@example.com" }],
      headers: [{ name: "X-A", value: evil }],
      metadata: { key: evil },
      tag: evil,
      messageId: evil,
      attachments: [file({ filename: evil })],
    });
    expect(compose(message).bytes.toString()).not.toMatch(/^(Bcc|body)/im);
  });
});

const anyText = fc.string({ unit: "grapheme", maxLength: 300 });
const oneLine = anyText.map((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, "").trim());

describe("a parser gets back what compose() was given:", { timeout: 30_000 }, () => {
  test("subject, names and file names of any characters", async () => {
    await fc.assert(
      fc.asyncProperty(oneLine, oneLine, oneLine, async (subject, name, fileName) => {
        const filename = `${fileName.replace(/[/\\]/g, "")}x`;
        const message = makeMessage({
          subject,
          from: { name, address: "orders@shop.example" },
          attachments: [file({ filename })],
        });
        const { bytes } = compose(message);
        expectWellFormed(bytes);
        const seen = await readWithPostalMime(bytes);
        expect(seen.subject ?? "").toBe(subject.replace(/ +/g, " "));
        expect(seen.attachments[0]?.filename).toBe(filename);
        expect(seen.from?.address).toBe("orders@shop.example");
      }),
      { numRuns: 80 },
    );
  });

  test("bodies and files of any content", async () => {
    const body = fc.string({ unit: "binary", maxLength: 2_000 });
    await fc.assert(
      fc.asyncProperty(
        body,
        body,
        fc.uint8Array({ maxLength: 500 }),
        async (text, html, content) => {
          const { bytes } = compose(makeMessage({ text, html, attachments: [file({ content })] }));
          expectWellFormed(bytes);
          const seen = await readWithPostalMime(bytes);
          const breaks = (value: string) => value.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
          expect(seen.text ?? "").toBe(breaks(text));
          expect(seen.html ?? "").toBe(breaks(html));
          expect(seen.attachments[0]?.content).toBe(Buffer.from(content).toString("base64"));
        },
      ),
      { numRuns: 80 },
    );
  });
});
