import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMessage } from "../../src/message/create-message.ts";
import type { MessageInput } from "../../src/message/message.ts";
import { toHeaders } from "../../src/message/to-headers.ts";
import { goodInput, problemsOf } from "./message-input.ts";

const breaks = ["\r\n", "\n", "\r", "\u2028", "\u0085", "\0"];
const injected = "Bcc: eve@evil.example";

describe("a line break or control character is refused in", () => {
  const fields: readonly (readonly [string, (text: string) => Record<string, unknown>])[] = [
    ["from", (x) => ({ from: `orders@shop.example${x}` })],
    ["from.name", (x) => ({ from: { name: `Shop${x}`, address: "orders@shop.example" } })],
    ["to", (x) => ({ to: `ada@example.com${x}` })],
    ["to name", (x) => ({ to: `Ada${x} <ada@example.com>` })],
    ["cc", (x) => ({ cc: [`ada@example.com${x}`] })],
    ["bcc", (x) => ({ bcc: { address: `ada@example.com${x}` } })],
    ["replyTo", (x) => ({ replyTo: `ada@example.com${x}` })],
    ["subject", (x) => ({ subject: `Hello${x}` })],
    ["tag", (x) => ({ tag: `welcome${x}` })],
    ["stream", (x) => ({ stream: `outbound${x}` })],
    ["metadata key", (x) => ({ metadata: { [`key${x}`]: "v" } })],
    ["metadata value", (x) => ({ metadata: { key: `v${x}` } })],
    ["header name", (x) => ({ headers: { [`X-Note${x}`]: "v" } })],
    ["header value", (x) => ({ headers: { "X-Note": `v${x}` } })],
    ["messageId", (x) => ({ messageId: `<id@shop.example>${x}` })],
    ["messageId inside", (x) => ({ messageId: `<id${x}@shop.example>` })],
    ["filename", (x) => ({ attachments: [{ filename: `a${x}.pdf`, content: "x" }] })],
    [
      "contentType",
      (x) => ({ attachments: [{ filename: "a.pdf", content: "x", contentType: `a/b${x}` }] }),
    ],
    [
      "contentId",
      (x) => ({ attachments: [{ filename: "a.png", content: "x", contentId: `logo${x}` }] }),
    ],
    ["unsubscribe.url", (x) => ({ unsubscribe: { url: `https://shop.example/u${x}` } })],
    ["unsubscribe.mailto", (x) => ({ unsubscribe: { mailto: `leave@shop.example${x}` } })],
    ["unsubscribe query", (x) => ({ unsubscribe: { mailto: `leave@shop.example?subject=a${x}` } })],
    ["calendar.filename", (x) => ({ calendar: { ...invite, filename: `a${x}.ics` } })],
    ["calendar.method", (x) => ({ calendar: { ...invite, method: `REQUEST${x}` } })],
    ["priority", (x) => ({ priority: `high${x}` })],
    ["tracking.links", (x) => ({ tracking: { links: `None${x}` } })],
  ];
  test.each(fields)("%s", (_field, change) => {
    for (const lineBreak of breaks) {
      expect(problemsOf(change(lineBreak + injected))).toHaveLength(1);
    }
  });
});

const invite = {
  method: "REQUEST",
  content: "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR",
};

describe("what slips past a header through a value that is not text is refused", () => {
  test.each([
    [{ headers: { "X-Note": { prepared: true, value: `a\r\n${injected}` } } }],
    [{ headers: { "X-Note": ["a", "b"] } }],
    [{ headers: { "X-Note": 1 } }],
    [{ metadata: { key: { toString: () => injected } } }],
    [{ subject: { toString: () => injected } }],
    [{ to: { address: { toString: () => injected } } }],
    [{ tag: ["a", "b"] }],
    [{ stream: 1 }],
    [{ messageId: 1 }],
    [{ html: { path: "/etc/passwd" } }],
    [{ text: { href: "http://127.0.0.1/" } }],
    [{ keepMessageId: "yes" }],
    [{ tracking: { opens: "yes" } }],
    [{ attachments: "a.pdf" }],
    [{ attachments: ["a.pdf"] }],
    [{ attachments: [null] }],
    [{ unsubscribe: "https://shop.example" }],
    [{ calendar: "BEGIN:VCALENDAR" }],
  ])("%j", (change) => {
    expect(problemsOf(change)).toHaveLength(1);
  });
});

describe("a list of addresses in one string is refused in", () => {
  const lists = [
    "ada@example.com, eve@evil.example",
    "ada@example.com;eve@evil.example",
    "Ada <ada@example.com>, Eve <eve@evil.example>",
    "friends: ada@example.com, eve@evil.example;",
    "ada@example.com eve@evil.example",
  ];
  test.each(["from", "to", "cc", "bcc", "replyTo"])("%s", (field) => {
    for (const list of lists) {
      expect(problemsOf({ [field]: list })).toHaveLength(1);
      expect(problemsOf({ [field]: { name: "x", address: list } })).toHaveLength(1);
    }
  });
});

describe("an attachment's name is refused when it is", () => {
  test.each([
    ["../../etc/passwd", /holds a path/],
    ["/etc/passwd", /holds a path/],
    ["..\\..\\boot.ini", /holds a path/],
    ["C:\\boot.ini", /holds a path/],
    ["..", /holds a path/],
    ["", /is empty/],
    ["   ", /is empty/],
    ["photo\u202egpj.exe", /reverses the text/],
    ["virus.exe", /'.exe', which Postmark refuses/],
    ["VIRUS.EXE", /'.exe', which Postmark refuses/],
    ["invoice.pdf.scr", /'.scr', which Postmark refuses/],
    ["=?utf-8?q?a=2Eexe?=.txt", /holds '=\?', which begins an encoded word/],
    ["a=?.txt", /holds '=\?'.*remove it/],
    ["virus.exe.", /ends with a dot/],
    ["virus.exe ", /begins or ends with a space/],
    [42, /is empty/],
  ])("%j", (filename, problem) => {
    const problems = problemsOf({ attachments: [{ filename, content: "x" }] });
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(problems[0]).toMatch(/^'attachments\[0\]\.filename' /);
  });

  test("of each kind that Postmark refuses, and not of others", () => {
    const forbidden =
      "vbs exe bin bat chm com cpl crt hlp hta inf ins isp jse lnk mdb pcd pif reg scr sct shs vbe vba wsf wsh wsl msc msi msp mst";
    for (const extension of forbidden.split(" ")) {
      const attachments = [{ filename: `a.${extension}`, content: "x" }];
      expect(problemsOf({ attachments })).toHaveLength(1);
    }
    for (const filename of [
      "a.pdf",
      "exe",
      "exe.pdf",
      "résumé.docx",
      "写真.jpg",
      "a b.zip",
      "a=b?.txt",
    ]) {
      expect(problemsOf({ attachments: [{ filename, content: "x" }] })).toEqual([]);
    }
  });
});

describe("where content is expected, a URL is refused:", () => {
  test.each([
    "file:///etc/passwd",
    "http://169.254.169.254/latest/meta-data",
    "https://shop.example/a.pdf",
    " https://shop.example/a.pdf\n",
    "FILE:///etc/passwd",
    "data:image/png;base64,AAAA",
    new URL("file:///etc/passwd"),
    { path: "/etc/passwd" },
    undefined,
  ])("%s", (content) => {
    const problems = problemsOf({ attachments: [{ filename: "a.txt", content }] });
    expect(problems).toEqual([expect.stringMatching(/^'attachments\[0\]\.content' is /)]);
  });

  test("though text that mentions one is text", () => {
    const content = "See https://shop.example/a.pdf\nfile:///etc/passwd";
    expect(problemsOf({ attachments: [{ filename: "a.txt", content }] })).toEqual([]);
  });
});

test("whatever is written in its fields, no message that is made has a line break in a header", () => {
  const text = fc.oneof(
    fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
    fc
      .array(fc.constantFrom("a", "-", " ", "\r\n", "\n", ":", "@b.example", "\u2028", "é"), {
        maxLength: 6,
      })
      .map((pieces) => pieces.join("")),
  );
  let made = 0;
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 7 }), (one, other, field) => {
      const change = [
        { subject: one },
        { tag: one },
        { stream: one },
        { headers: { [`X-${one}`]: other } },
        { metadata: { [one]: other } },
        { to: { name: one, address: "ada@example.com" } },
        { replyTo: `${one} <ada@example.com>` },
        { messageId: `${one}@shop.example` },
      ][field] as Partial<MessageInput>;
      if (problemsOf(change).length > 0) return;
      made++;
      const message = createMessage({ ...goodInput, ...change });
      const addresses = [message.from, ...message.to, ...message.replyTo];
      const lines = [
        message.subject,
        message.messageId,
        ...addresses.flatMap(({ name = "", address }) => [name, address]),
        ...[...message.headers, ...toHeaders(message)].flatMap(({ name, value }) => [name, value]),
      ];
      expect(lines.filter((line) => /[\r\n\u2028\0]/.test(line))).toEqual([]);
    }),
    { numRuns: 500 },
  );
  expect(made).toBeGreaterThan(20);
});

test("an error shows neither what was written nor a line break of it", () => {
  const secret = "s3cret-t0ken";
  const problems = problemsOf({
    to: `ada@example.com\r\n${secret}`,
    subject: `\n${secret}`,
    headers: { "X-Postmark-Server-Token": secret, "X-Note": `\n${secret}` },
    metadata: { key: `\n${secret}` },
    tag: `\n${secret}`,
    html: undefined,
    text: undefined,
  });
  expect(problems).toHaveLength(7);
  expect(problems.join(" ")).not.toContain(secret);
  expect(problems.join(" ")).not.toMatch(/[\r\n]/);
});
