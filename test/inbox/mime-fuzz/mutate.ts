import type { Random } from "../foreign-mail/random.ts";

/** What parsers stumble over. */
const tokens = [
  ...[
    "=?",
    "?=",
    "=?utf-8?B?",
    "=?x?Q?=?=",
    "--",
    "\r\n",
    "\r",
    "\n",
    "\r\n\r\n",
    '"',
    "<",
    ">",
    "(",
    ")",
  ],
  ...[
    ";",
    ":",
    ",",
    "=",
    "=\r\n",
    "=3",
    "\0",
    "\x1b$B",
    "\x1b(B",
    "\x0e",
    "\xff\xfe",
    "\xef\xbb\xbf",
  ],
  ...[
    "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n",
    "--b--\r\n",
    "Content-Type: ;;;=\r\n",
  ],
  ...[
    "charset=",
    "filename*0*=",
    "filename*=x''%",
    "<meta charset=x>",
    "begin 644 a\r\n",
    "> \r\n",
  ],
];

/** Changes a message in a few random ways. */
export function mutate(raw: Buffer, random: Random): Buffer {
  let octets = raw.toString("latin1");
  for (let times = 1 + random.below(6); times > 0; times -= 1) octets = mutateOnce(octets, random);
  return Buffer.from(octets, "latin1");
}

function mutateOnce(octets: string, random: Random): string {
  const at = random.below(octets.length + 1);
  const end = Math.min(octets.length, at + random.below(200));
  const piece = octets.slice(at, end);
  switch (random.below(7)) {
    case 0:
      return octets.slice(0, at) + octets.slice(end);
    case 1:
      return octets.slice(0, at) + piece.repeat(1 + random.below(20)) + octets.slice(at);
    case 2:
      return (
        octets.slice(0, at) + random.pick(tokens).repeat(1 + random.below(30)) + octets.slice(at)
      );
    case 3:
      return octets.slice(0, at);
    case 4: {
      const to = random.below(octets.length + 1);
      return octets.slice(0, to) + piece + octets.slice(to);
    }
    case 5:
      return octets.slice(0, at) + String.fromCharCode(random.below(256)) + octets.slice(at + 1);
    default:
      return octets.replaceAll(random.pick(["\r\n", "=", "--", ";", '"']), random.pick(tokens));
  }
}
