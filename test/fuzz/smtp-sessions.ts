import { createSeededRandom } from "../transport/seeded-random.ts";

/** What a session writes, piece by piece; a number waits so many ms. */
export type FuzzStep = Buffer | number;

const commands = [
  ...[
    "EHLO x",
    "HELO x",
    "EHLO",
    "NOOP",
    "RSET",
    "VRFY a",
    "HELP",
    "QUIT",
    "STARTTLS",
    "AUTH PLAIN",
  ],
  ...[
    "AUTH PLAIN AHUAcA==",
    "AUTH LOGIN",
    "MAIL FROM:<a@b.test>",
    "MAIL FROM:<>",
    "mail from: a@b",
  ],
  ...[
    "MAIL FROM:<a@b.test> SIZE=99999999999",
    "RCPT TO:<c@d.test>",
    "RCPT TO:c@d.test",
    "RCPT TO:<>",
  ],
  ...['RCPT TO:<"a b"@d.test>', "RCPT TO:<rcpt-450@fault.test>", "RCPT TO:<dot-drop@fault.test>"],
  ...["DATA", "DATA now", "BDAT 10 LAST", "GET / HTTP/1.1", "", ".", "\0\0", "\u00ff\u00fe", "*"],
];

const bodies = [
  ...[
    "Subject: a\r\n\r\nhi",
    "",
    ".",
    "..",
    "\r\n.\r",
    "\n.\n",
    "\r\n.\n",
    "\0",
    "Subject: =?x?q?=?=\r\n",
  ],
  ...["Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n--b--", "From: ".repeat(50)],
  ...[
    "X".repeat(2_000),
    "a\r\n".repeat(500),
    "Content-Type: text/html\r\n\r\n<a href=x>".repeat(20),
  ],
];

/** The session of a number: the same number gives the same session. */
export function makeSession(seed: number): readonly FuzzStep[] {
  const random = createSeededRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const lines: string[] = [];
  // Half of them get as far as a message.
  if (random() < 0.5) {
    lines.push("EHLO x\r\n", "MAIL FROM:<a@b.test>\r\n", "RCPT TO:<c@d.test>\r\n", "DATA\r\n");
    lines.push(`${pick(bodies)}${pick(["\r\n.\r\n", "\r\n.\r\n", "\n.\n", ""])}`);
  }
  const count = Math.floor(random() * 8);
  for (let n = 0; n < count; n += 1) {
    lines.push(`${pick(commands)}${pick(["\r\n", "\r\n", "\r\n", "\n", "\r", ""])}`);
    if (random() < 0.1) lines.push(`${pick(bodies)}\r\n.\r\n`);
  }
  return lines.flatMap((line) => {
    const octets = mutate(Buffer.from(line, "latin1"), random);
    if (random() < 0.7) return [octets];
    const cut = Math.floor(random() * octets.length);
    return [octets.subarray(0, cut), 1, octets.subarray(cut)];
  });
}

function mutate(octets: Buffer, random: () => number): Buffer {
  if (octets.length === 0 || random() > 0.1) return octets;
  const changed = Buffer.from(octets);
  changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
  return changed;
}
