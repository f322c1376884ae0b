import { describe, expect, test } from "vitest";
import { parseMessage } from "../../src/inbox/parse-message.ts";
import { openInbox } from "./open-inbox.ts";
import { sendRaw } from "./send-raw.ts";

/** Parses lines joined with CRLF; each character is an octet. */
function parse(...lines: readonly string[]) {
  return parseMessage(new Uint8Array(Buffer.from(lines.join("\r\n"), "latin1")));
}

const utf8 = (text: string) => Buffer.from(text, "utf8").toString("latin1");
const hex = (octets: string) => Buffer.from(octets, "hex").toString("latin1");
const octets = (content: Uint8Array | undefined) => Buffer.from(content ?? []).toString("latin1");

function codesOf({ parseProblems }: Awaited<ReturnType<typeof parseMessage>>) {
  return parseProblems.map(({ code }) => code);
}

const mixed = 'Content-Type: multipart/mixed; boundary="b"';

describe("a charset", () => {
  test.each([
    ["us-ascii", utf8("Grüße – 10 €"), "Grüße – 10 €", ["charset-differs"]],
    ["iso-8859-1", utf8("Grüße"), "Grüße", ["charset-differs"]],
    ["iso-8859-1", "It\x92s 10 \x80 \x96 ok", "It’s 10 € – ok", []],
    ["windows-1252", "It\x92s 10 \x80 \x96 ok", "It’s 10 € – ok", []],
    ["utf-8", "Gr\xfc\xdfe", "Grüße", ["charset-differs"]],
    ["utf-8", `${utf8("Grüße, Öl, ä")}\xff`, "Grüße, Öl, ä\ufffd", []],
    ["us-ascii", "\x1b$BF|K\\\x1b(B", "日本", ["charset-differs"]],
    ["x-nobody-knows", utf8("Grüße"), "Grüße", ["charset-unknown"]],
    ["x-nobody-knows", "Gr\xfc\xdfe", "Grüße", ["charset-unknown"]],
    ["cp850", "Gr\x81\xe1e", "Grüße", []],
    ["unknown-8bit", utf8("Grüße"), "Grüße", []],
    ["utf-16", hex("feff00480069"), "Hi", []],
    ["us-ascii", hex("fffe48006900"), "Hi", ["charset-differs"]],
    ["ks_c_5601-1987", hex("8c63b9e6b0a2c7cf"), "똠방각하", []],
    ["utf-8;", utf8("ü"), "ü", []],
  ])("%s over %j reads %j", async (label, body, text, problems) => {
    const parsed = await parse(`Content-Type: text/plain; charset=${label}`, "", body);
    expect(parsed.text).toBe(text);
    expect(codesOf(parsed)).toEqual(problems);
  });

  test.each([
    ["Grüße aus Köln", "4772fcdf6520617573204bf66c6e"],
    ["Ваш код подтверждения", "f7c1db20cbcfc420d0cfc4d4d7c5d2d6c4c5cec9d1"],
    ["您的验证码", "c4fab5c4d1e9d6a4c2eb"],
    ["こんにちは", "82b182f182c982bf82cd"],
  ])("that no label names is told by its octets: %s", async (text, written) => {
    const parsed = await parse("Content-Type: text/plain", "", hex(written));
    expect(parsed).toMatchObject({ text, parseProblems: [] });
  });

  test.each([
    ['<meta charset="koi8-r"><p>', "\xf4\xc1", "Та"],
    ["<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "\xd2\xe0", "Та"],
    ["<meta charset=utf-16>", utf8("ü"), "ü"],
  ])("stands in %s where the header has none", async (start, body, read) => {
    const { html } = await parse("Content-Type: text/html", "", start + body);
    expect(html).toBe(start + read);
  });

  test.each([
    ["=?utf-8?B?4oCT4?= =?utf-8?B?oCT?=", "––"],
    ["=?utf-8?Q?Gr=C3?=\r\n =?utf-8?Q?=BC=C3=9Fe?=", "Grüße"],
    ["=?iso-2022-jp?B?GyRCRnw=?= =?iso-2022-jp?B?S1wbKEI=?=", "日本"],
    ["=?us-ascii?Q?=C3=BC?=", "ü"],
    ["=?utf-8*de?Q?Hallo Welt?=", "Hallo Welt"],
    ["=?utf-8?Q?What??=", "What?"],
    ["Re: =?utf-8?q?=C3=A4?=x", "Re: äx"],
    ["a =?utf-8?X?b?= c", "a =?utf-8?X?b?= c"],
    ["=?utf-8?Q?open =?utf-8?Q?=C3=BC?=", "=?utf-8?Q?open ü"],
    ["Gr\xfc\xdfe", "Grüße"],
  ])("of a subject %j reads %j", async (written, subject) => {
    expect(await parse(`Subject: ${written}`, "", "")).toMatchObject({ subject });
  });

  test("of the body is that of a raw subject", async () => {
    const parsed = await parse(
      "Subject: \xf4\xc1",
      "Content-Type: text/plain; charset=koi8-r",
      "",
      "",
    );
    expect(parsed.subject).toBe("Та");
  });
});

describe("a file", () => {
  test.each([
    ["text/plain", "inline"],
    ["text/html", "inline"],
    ["text/calendar", "attachment"],
    ["message/rfc822", "attachment"],
    ["multipart/mixed", "attachment"],
  ])("of type %s, %s, keeps its octets and stays out of the text", async (type, disposition) => {
    const content = "\xef\xbb\xbfSubject: a\r\n\r\nb;\xfc \r\n";
    const parsed = await parse(
      mixed,
      "",
      ...["--b", "Content-Type: text/plain", "", "Hello body"],
      ...["--b", `Content-Type: ${type}`, `Content-Disposition: ${disposition}; filename=f.txt`],
      ...["", content, "--b--", ""],
    );
    expect(parsed).toMatchObject({ text: "Hello body", html: undefined });
    expect(parsed.attachments).toMatchObject([{ filename: "f.txt", contentType: type }]);
    expect(octets(parsed.attachments[0]?.content)).toBe(content);
  });

  test("beside the text in multipart/alternative is one", async () => {
    const parsed = await parse(
      "Content-Type: multipart/alternative; boundary=b",
      "",
      ...["--b", "Content-Type: text/plain", "", "text"],
      ...["--b", "Content-Type: text/html; name=page.html", "", "<p>", "--b--"],
    );
    expect(parsed).toMatchObject({ text: "text", html: undefined });
    expect(parsed.attachments).toMatchObject([{ filename: "page.html" }]);
  });

  test("that a text holds in uuencode stays text", async () => {
    const body = "begin 644 a.txt\n#0V%T\n`\nend";
    const { text, attachments } = await parse("", body);
    expect({ text, attachments }).toEqual({ text: body, attachments: [] });
  });

  test.each([
    ["filename=my file (1).pdf", "my file (1).pdf"],
    ['filename="a "b" c.txt"', 'a "b" c.txt'],
    ['filename="C:\\temp\\a.txt"', "C:\\temp\\a.txt"],
    ["filename*1=b.txt; filename*0=a", "ab.txt"],
    ["filename*0*=iso-8859-1''%FC; filename*1=%41", "ü%41"],
    [`filename="${utf8("grüße.txt")}"`, "grüße.txt"],
    ["filename=plain.txt; filename*=utf-8''%C3%BC.txt", "ü.txt"],
    ["filename*=\"utf-8''%C3%BC.txt\"", "ü.txt"],
    ["name=only.txt", "only.txt"],
  ])("named by %s is %j", async (parameter, filename) => {
    const { attachments } = await parse(
      "Content-Type: application/pdf",
      `Content-Disposition: attachment; ${parameter}`,
      "",
      "x",
    );
    expect(attachments[0]?.filename).toBe(filename);
  });
});

describe("structure", () => {
  const parts = [
    "--b",
    "Content-Type: text/plain",
    "",
    "one",
    "--b",
    "Content-Type: text/html",
    "",
    "<p>two</p>",
  ];

  test.each([
    ["without a closing boundary", [mixed.replace("mixed", "alternative"), "", ...parts]],
    [
      "without a boundary in its type",
      ["Content-Type: multipart/alternative", "", ...parts, "--b--"],
    ],
    [
      "with another boundary than its type names",
      ["Content-Type: multipart/alternative; boundary=c", "", "A preamble.", "", ...parts, "--b--"],
    ],
  ])("%s is read and told", async (_name, lines) => {
    const parsed = await parse(...lines);
    expect(parsed).toMatchObject({ text: "one", html: "<p>two</p>" });
    expect(codesOf(parsed)).toContain("structure-malformed");
  });

  test("with text beside HTML shows each in both views", async () => {
    const parsed = await parse(mixed, "", ...parts, "--b", "", "a < b", "--b--");
    expect(parsed).toMatchObject({
      text: "one\ntwo\na < b",
      html: "<div>one</div>\n<p>two</p>\n<div>a &lt; b</div>",
    });
  });

  test.each([
    [
      "a second Content-Type",
      ["Content-Type: text/html", "Content-Type: text/plain", "", "<p>"],
      "header-repeated",
    ],
    [
      "a header folded without a space",
      ["Subject: a", "b", "From: a@example.com", "", "x"],
      "header-malformed",
    ],
    ["an unknown encoding", ["Content-Transfer-Encoding: rot13", "", "x"], "encoding-unknown"],
    ["two From", ["From: a@example.com", "From: b@example.com", "", "x"], "from-repeated"],
    ["a Date that is none", ["Date: yesterday", "", "x"], "date-malformed"],
  ])("with %s is told", async (_name, lines, code) => {
    expect(codesOf(await parse(...lines))).toEqual([code]);
  });

  test.each([
    "Thu, 26 Nov 2026 12:00:00 +0000 (UTC)",
    "26 Nov 98 12:00 EST",
    "Thu, 26-Nov-2026 12:00:00 GMT",
  ])("with the date %s is not", async (date) => {
    expect(codesOf(await parse(`Date: ${date}`, "", "x"))).toEqual([]);
  });

  test("without an empty line before the body has one all the same", async () => {
    const parsed = await parse("Subject: a", "Hello there", "", "more");
    expect(parsed).toMatchObject({ subject: "a", text: "Hello there\n\nmore" });
  });
});

describe("format=flowed", () => {
  test.each([
    ["> a long \r\n> line", "> a long line"],
    [">> deep \r\n> less", ">> deep \n> less"],
    ["one \r\ntwo\r\n\r\n  stuffed", "one two\n\n stuffed"],
    ["text \r\n-- \r\nname", "text \n-- \nname"],
  ])("%j reads %j", async (written, text) => {
    const parsed = await parse("Content-Type: text/plain; format=flowed", "", written);
    expect(parsed.text).toBe(text);
  });

  test("with DelSp joins without the space", async () => {
    const parsed = await parse(
      "Content-Type: text/plain; Format=Flowed; DelSp=Yes",
      "",
      "ab \r\ncd",
    );
    expect(parsed.text).toBe("abcd");
  });
});

describe("addresses", () => {
  test.each([
    ['"Doe, John" <j@example.com>', [{ name: "Doe, John", address: "j@example.com" }], true],
    [
      "=?utf-8?Q?Doe,_John?= <j@example.com>",
      [{ name: "Doe, John", address: "j@example.com" }],
      true,
    ],
    ["j@example.com (John Doe)", [{ name: "John Doe", address: "j@example.com" }], true],
    ["undisclosed-recipients:;", [], true],
    [
      "a@example.com; b@example.com",
      [{ address: "a@example.com" }, { address: "b@example.com" }],
      true,
    ],
    ["<@x.test,@y.test:a@example.com>", [{ address: "a@example.com" }], true],
    ["Ada a@example.com", [{ name: "Ada", address: "a@example.com" }], true],
    ["mailto:a@example.com", [{ address: "a@example.com" }], true],
    ['"a..b"@example.com', [{ address: '"a..b"@example.com' }], false],
    ["a..b@example.com", [{ address: "a..b@example.com" }], false],
    [
      "Ada <a@example.com, b@example.com",
      [{ name: "Ada", address: "a@example.com" }, { address: "b@example.com" }],
      false,
    ],
    ["nobody", [{ name: "nobody", address: "" }], false],
    [
      "=?utf-8?Q?evil=40x.test=3E?= <a@example.com>",
      [{ name: "evil@x.test>", address: "a@example.com" }],
      true,
    ],
  ])("%s", async (written, to, isWellFormed) => {
    const parsed = await parse(`To: ${written}`, "", "");
    expect(parsed.to).toEqual(to);
    expect(codesOf(parsed)).toEqual(isWellFormed ? [] : ["address-malformed"]);
  });

  test.each([
    ["lenient", "delivered"],
    ["strict", "rejected"],
  ] as const)("that are malformed: in %s mode the message is %s", async (mode, outcome) => {
    const inbox = await openInbox({ mode, credentials: [{ serverToken: "token" }] });
    const { problems, recipients } = await sendRaw(inbox, {
      headers: ["Cc: a..b@example.com"],
      login: ["token", "token"],
    });
    expect(problems.map(({ code }) => code)).toContain("address-malformed");
    expect(recipients.map((recipient) => recipient.outcome)).toEqual([outcome]);
  });
});
