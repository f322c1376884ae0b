import { describe, expect, test } from "vitest";
import { parseMessage } from "../../src/inbox/parse-message.ts";

/** Parses lines joined with CRLF; strings are taken as Latin-1, one octet a character. */
function parse(...lines: readonly string[]) {
  return parseMessage(new Uint8Array(Buffer.from(lines.join("\r\n"), "latin1")));
}

/** UTF-8 octets as a Latin-1 string. */
function utf8(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

describe("headers", () => {
  test("keep their order, their spelling and their repetitions, unfolded and decoded", async () => {
    const { headers } = await parse(
      "X-Second: b",
      "x-first: a",
      "Received: one",
      "Received: two,",
      "\tfolded",
      "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= =?utf-8?B?IPCfjok=?=",
      "",
      "",
    );
    expect(headers).toEqual([
      { name: "X-Second", value: "b" },
      { name: "x-first", value: "a" },
      { name: "Received", value: "one" },
      { name: "Received", value: "two,\tfolded" },
      { name: "Subject", value: "Grüße 🎉" },
    ]);
  });

  test.each([
    ["=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"],
    ["=?iso-8859-1?Q?caf=E9?= =?utf-8?B?4piV?=", "café☕"],
    [utf8("grüße, roh"), "grüße, roh"],
    ["=?no-such-charset?Q?abc?=", "abc"],
    ["=?utf-8?Q?not closed", "=?utf-8?Q?not closed"],
  ])("a subject %j reads %j", async (written, read) => {
    const { subject } = await parse(`Subject: ${written}`, "", "");
    expect(subject).toBe(read);
  });

  test("addresses: names, encoded words, groups, quotes, and what is no address", async () => {
    const parsed = await parse(
      'From: "Shop, The" <shop@example.com>',
      "To: =?utf-8?Q?Zo=C3=AB?= <zoe@example.com>, Team: a@example.com, B <b@example.com>;",
      "Cc: undisclosed-recipients:;",
      "Reply-To: help@example.com",
      "",
      "",
    );
    expect(parsed.from).toEqual({ name: "Shop, The", address: "shop@example.com" });
    expect(parsed.to).toEqual([
      { name: "Zoë", address: "zoe@example.com" },
      { address: "a@example.com" },
      { name: "B", address: "b@example.com" },
    ]);
    expect(parsed.cc).toEqual([]);
    expect(parsed.replyTo).toEqual([{ address: "help@example.com" }]);
  });

  test("a hostile subject stays data", async () => {
    const hostile = "<script>alert(1)</script>\r\nBcc: evil@example.com";
    const encoded = Buffer.from(hostile).toString("base64");
    const parsed = await parse(`Subject: =?utf-8?B?${encoded}?=`, "To: a@example.com", "", "x");
    expect(parsed.subject).toContain("<script>alert(1)</script>");
    expect(parsed.headers.map(({ name }) => name)).toEqual(["Subject", "To"]);
    expect(parsed.text).toBe("x");
  });
});

describe("bodies", () => {
  test.each([
    ["quoted-printable", "Z=C3=B6e =3D", "Zöe ="],
    ["base64", Buffer.from("Zöe =").toString("base64"), "Zöe ="],
    ["8bit", utf8("Zöe ="), "Zöe ="],
    ["binary", utf8("Zöe ="), "Zöe ="],
  ])("%s is decoded", async (encoding, body, read) => {
    const { text } = await parse(
      "Content-Type: text/plain; charset=utf-8",
      `Content-Transfer-Encoding: ${encoding}`,
      "",
      body,
    );
    expect(text).toBe(read);
  });

  test("a charset other than UTF-8 is decoded", async () => {
    const { text } = await parse("Content-Type: text/plain; charset=iso-8859-2", "", "\xb9koda");
    expect(text).toBe("škoda");
  });

  test("of multipart/alternative, text and HTML end where their author ended them", async () => {
    const parsed = await parse(
      'Content-Type: multipart/alternative; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "Hello",
      "",
      "--b",
      "Content-Type: text/html",
      "",
      "<p>Hello</p>",
      "--b--",
      "",
    );
    expect(parsed.text).toBe("Hello\n");
    expect(parsed.html).toBe("<p>Hello</p>");
  });

  test.each([
    ["no body", ["Subject: only", "To: a@example.com"], { subject: "only", text: undefined }],
    ["no headers", ["", "only a body"], { subject: "", text: "only a body", headers: [] }],
    ["nothing at all", [], { subject: "", text: undefined, headers: [], messageId: undefined }],
  ])("a message with %s is a message", async (_name, lines, expected) => {
    expect(await parse(...lines)).toMatchObject({ ...expected, parseError: undefined });
  });

  test("multiparts that nest too deep are kept as a file, and told", async () => {
    const deep = Array.from({ length: 300 }, (_, n) => [
      `Content-Type: multipart/mixed; boundary="b${n}"`,
      "",
      `--b${n}`,
    ]).flat();
    const parsed = await parse("Subject: deep", ...deep, "", "bottom");
    expect(parsed).toMatchObject({ subject: "deep", parseError: undefined });
    expect(parsed.attachments).toMatchObject([{ contentType: "multipart/mixed" }]);
    expect(Buffer.from(parsed.attachments[0]?.content ?? []).toString()).toMatch(/bottom$/);
    expect(parsed.parseProblems).toContainEqual(
      expect.objectContaining({ code: "structure-malformed", effect: "unsure" }),
    );
  });
});

describe("attachments", () => {
  function part(...headers: readonly string[]): readonly string[] {
    return ["--b", ...headers, "Content-Transfer-Encoding: base64", "", "AQID"];
  }
  const mixed = 'Content-Type: multipart/mixed; boundary="b"';
  const html = ["--b", "Content-Type: text/html", "", '<img src="cid:logo@x">'];

  test("inline images are told apart from files below the message", async () => {
    const { attachments } = await parse(
      mixed,
      "",
      ...html,
      ...part("Content-Type: image/png", "Content-ID: <logo@x>", "Content-Disposition: attachment"),
      ...part("Content-Type: image/png; name=a.png", "Content-Disposition: inline"),
      ...part(
        "Content-Type: application/pdf; name=i.pdf",
        "Content-ID: <unused>",
        "Content-Disposition: attachment",
      ),
      "--b--",
    );
    expect(attachments).toMatchObject([
      { filename: "attachment", contentId: "logo@x", inline: true },
      { filename: "a.png", contentId: undefined, inline: true },
      { filename: "i.pdf", contentId: "unused", inline: false, contentType: "application/pdf" },
    ]);
    expect(attachments[0]?.content).toEqual(new Uint8Array([1, 2, 3]));
  });

  test.each([
    ['filename="quo\\"te.txt"', 'quo"te.txt'],
    ["filename=../../etc/passwd", "../../etc/passwd"],
    ["filename*=utf-8''%E2%98%83%20snow.txt", "☃ snow.txt"],
    ["filename*0*=utf-8''%E2%98; filename*1*=%83.txt", "☃.txt"],
    ['filename="=?utf-8?Q?=E2=98=83=2Etxt?="', "☃.txt"],
    ["filename=<img>.html", "<img>.html"],
    ['filename=""', "attachment"],
  ])("a name written %s reads %j", async (parameter, filename) => {
    const { attachments } = await parse(
      mixed,
      "",
      ...part("Content-Type: text/csv", `Content-Disposition: attachment; ${parameter}`),
      "--b--",
    );
    expect(attachments[0]?.filename).toBe(filename);
  });

  test("a forwarded message is a file, its text not mistaken for this one's", async () => {
    const inner = ["From: other@example.com", "Subject: inner", "", "inner text"];
    const parsed = await parse(
      "Subject: outer",
      mixed,
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "outer text",
      "--b",
      "Content-Type: message/rfc822",
      "",
      ...inner,
      "--b--",
    );
    expect(parsed).toMatchObject({ subject: "outer", text: "outer text" });
    expect(parsed.attachments).toMatchObject([
      { filename: "message.eml", contentType: "message/rfc822", inline: false },
    ]);
    expect(Buffer.from(parsed.attachments[0]?.content ?? []).toString()).toContain("inner text");
  });

  test("an invitation beside the text is a file with a name", async () => {
    const { attachments, text } = await parse(
      'Content-Type: multipart/alternative; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "Join us",
      "--b",
      "Content-Type: text/calendar; method=REQUEST",
      "",
      "BEGIN:VCALENDAR",
      "--b--",
    );
    expect(text).toBe("Join us");
    expect(attachments).toMatchObject([{ filename: "invite.ics", contentType: "text/calendar" }]);
  });
});
