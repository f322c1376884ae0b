const header = "From: a@example.com\r\nTo: b@example.com\r\nMIME-Version: 1.0\r\n";
const subject = (text: string) => `${header}Subject: ${text}\r\n\r\nx`;
const body = (fields: string, text: string) => `${header}${fields}\r\n\r\n${text}`;
const mixed = "Content-Type: multipart/mixed; boundary=b";

/** Messages that hurt a careless parser, by name; `size` is in units of one repetition. */
export const shapes: Readonly<Record<string, (size: number) => string>> = {
  parts: (size) => body(mixed, `${"--b\r\n\r\nx\r\n".repeat(size * 3)}--b--\r\n`),
  "multiparts in multiparts": (size) => body(mixed, `--b\r\n${mixed}\r\n\r\n`.repeat(size)),
  "bad encoded words": (size) => subject("=?utf-8?B?=E4=?= =?x?Q?\r\n ".repeat(size)),
  "encoded words without an end": (size) => subject("=?utf-8?Q?aaaa\r\n ".repeat(size)),
  "unknown charsets": (size) =>
    subject(Array.from({ length: size }, (_, n) => `=?x-${n}?Q?=FCa?=\r\n `).join("")),
  links: (size) =>
    body("Content-Type: text/html", '<a href="https://x.test/a">x</a>\r\n'.repeat(size * 10)),
  base64: (size) =>
    body(
      "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64",
      `${"A".repeat(76)}\r\n`.repeat(size * 5),
    ),
  "broken base64": (size) =>
    body("Content-Transfer-Encoding: base64", `${"A=".repeat(38)}\r\n`.repeat(size)),
  "quoted-printable": (size) =>
    body("Content-Transfer-Encoding: quoted-printable", "=C3=A4 =  \r\n=\r\n".repeat(size * 20)),
  "lines like boundaries": (size) =>
    body("Content-Type: multipart/mixed; boundary=-", "---a\r\n".repeat(size * 30)),
  "no end of the header": (size) => `${header}${"aaaaaaaaa\r\n".repeat(size * 20)}`,
  "header fields": (size) => `${header}${"X-A: b\r\n".repeat(size * 10)}\r\nx`,
  addresses: (size) => `To: ${"a@example.com, ".repeat(size * 5)}\r\n\r\nx`,
  "open quotes": (size) =>
    `To: ${'"'.repeat(size * 5)}${"<".repeat(size * 5)}${"(".repeat(size * 5)}\r\n\r\nx`,
  parameters: (size) => body(`Content-Type: text/plain${"; name*1=a".repeat(size * 10)}`, "x"),
  "quotes in a parameter": (size) =>
    body(`Content-Type: text/plain; a=${'" '.repeat(size * 20)}`, "x"),
  "spaces in a header": (size) => body(`Content-Type: text/plain; a=${" ".repeat(size * 30)}`, "x"),
  "flowed lines": (size) =>
    body("Content-Type: text/plain; format=flowed", "> a \r\n".repeat(size * 10)),
  escapes: (size) => body("Content-Type: text/plain", "\x1b$B\x1b(B".repeat(size * 10)),
  "octets of no charset": (size) => body("Content-Type: text/plain", "\xfc\xdf ".repeat(size * 30)),
  uuencode: (size) =>
    body(
      "Content-Transfer-Encoding: x-uuencode",
      `begin 644 a\r\n${`M${"9".repeat(60)}\r\n`.repeat(size)}`,
    ),
};
