import { describe, expect, test } from "vitest";
import type { MessageInput } from "../../src/message/message.ts";
import { goodInput, problemsOf } from "./message-input.ts";

type Change = { readonly [Key in keyof MessageInput]?: unknown };

const people = (count: number, prefix = "p") =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}@example.com`);
const fields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, "v"]));
const file = (sizeBytes: number) => ({ filename: "a.bin2", content: new Uint8Array(sizeBytes) });
const domainOf = (length: number) => {
  const labels = `${"a".repeat(63)}.${"b".repeat(63)}.${"c".repeat(63)}.`;
  return labels + "d".repeat(length - labels.length);
};

/** Raw octets whose base64, with its line ends, is the largest that still fits beside the good message. */
const fittingFileBytes = 7_307_679;

const cases: readonly {
  readonly limit: string;
  readonly within: Change;
  readonly beyond: Change;
  readonly message: string;
}[] = [
  {
    limit: "50 recipients in To",
    within: { to: people(50) },
    beyond: { to: people(51) },
    message:
      "'to' names 51 recipients together with 'cc' and 'bcc'; Postmark takes 50: send in parts",
  },
  {
    limit: "50 recipients over To, Cc and Bcc",
    within: { to: people(20, "t"), cc: people(20, "c"), bcc: people(10, "b") },
    beyond: { to: people(20, "t"), cc: people(20, "c"), bcc: people(11, "b") },
    message:
      "'to' names 51 recipients together with 'cc' and 'bcc'; Postmark takes 50: send in parts",
  },
  {
    limit: "50 recipients, one of them again in capitals",
    within: { to: [...people(50), "P0@EXAMPLE.COM"] },
    beyond: { to: [...people(51), "p0@example.com"] },
    message:
      "'to' names 51 recipients together with 'cc' and 'bcc'; Postmark takes 50: send in parts",
  },
  {
    limit: "900 characters of a list's address",
    within: { headers: { "List-Help": `https://shop.example/${"h".repeat(879)}` } },
    beyond: { headers: { "List-Help": `https://shop.example/${"h".repeat(880)}` } },
    message:
      "'headers[\"List-Help\"]' holds something that is no address of the web or of mail; write <https://…> or <mailto:name@example.com>, each of at most 900 characters, with commas between",
  },
  {
    limit: "900 characters of where to unsubscribe, encoded",
    within: { unsubscribe: { mailto: `leave@shop.example?subject=${"%20".repeat(288)}ab` } },
    beyond: { unsubscribe: { mailto: `leave@shop.example?subject=${" ".repeat(289)}a` } },
    message:
      "'unsubscribe.mailto' is not a mailbox of at most 900 characters; write unsubscribe@example.com, or unsubscribe@example.com?subject=leave",
  },
  {
    limit: "2,000 characters of subject",
    within: { subject: "s".repeat(2000) },
    beyond: { subject: "s".repeat(2001) },
    message: "'subject' has 2001 characters; Postmark takes 2000",
  },
  {
    limit: "255 characters of From",
    within: { from: { name: "n".repeat(238), address: "a@shop.example" } },
    beyond: { from: { name: "n".repeat(239), address: "a@shop.example" } },
    message: "'from' is longer than 255 characters with its name; shorten the name",
  },
  {
    limit: "64 octets before the @",
    within: { to: `${"l".repeat(64)}@example.com` },
    beyond: { to: `${"l".repeat(65)}@example.com` },
    message: "'to' has more than 64 octets before '@'; no mail server takes it",
  },
  {
    limit: "254 octets of an address",
    within: { to: `ada@${domainOf(250)}` },
    beyond: { to: `ada@${domainOf(251)}` },
    message: "'to' is longer than 254 octets; no mail server takes it",
  },
  {
    limit: "63 octets of a domain's label",
    within: { to: `ada@${"l".repeat(63)}.example` },
    beyond: { to: `ada@${"l".repeat(64)}.example` },
    message: "'to' has a malformed domain; its parts are 1 to 63 letters, digits and inner hyphens",
  },
  {
    limit: "1,000 characters of tag",
    within: { tag: "tag ".repeat(250).trim().padEnd(1000, "x") },
    beyond: { tag: "tag ".repeat(250).trim().padEnd(1001, "x") },
    message: "'tag' has 1001 characters; Postmark takes 1000",
  },
  {
    limit: "what fits in a line of a tag",
    within: { tag: "t".repeat(988) },
    beyond: { tag: "t".repeat(989) },
    message: "'tag' holds a word that does not fit in a line of 998 characters; shorten it",
  },
  {
    limit: "what fits in a line of a header",
    within: { headers: { "X-Note": "v".repeat(990) } },
    beyond: { headers: { "X-Note": "v".repeat(991) } },
    message:
      "'headers[\"X-Note\"]' holds a word that does not fit in a line of 998 characters; shorten it",
  },
  {
    limit: "10 metadata fields",
    within: { metadata: fields(10) },
    beyond: { metadata: fields(11) },
    message: "'metadata' has 11 fields; Postmark takes 10",
  },
  {
    limit: "20 characters of a metadata key",
    within: { metadata: { ["k".repeat(20)]: "v" } },
    beyond: { metadata: { ["k".repeat(21)]: "v" } },
    message: `'metadata["${"k".repeat(21)}"]' has a key of 21 characters; Postmark takes 20`,
  },
  {
    limit: "80 characters of a metadata value",
    within: { metadata: { key: "v".repeat(80) } },
    beyond: { metadata: { key: "v".repeat(81) } },
    message: "'metadata[\"key\"]' has 81 characters; Postmark takes 80",
  },
  {
    limit: "30 characters of a stream id",
    within: { stream: "s".repeat(30) },
    beyond: { stream: "s".repeat(31) },
    message: "'stream' has 31 characters; a stream id has at most 30",
  },
  {
    limit: "5 MB of HTML",
    within: { html: "h".repeat(5_000_000), text: "t" },
    beyond: { html: "h".repeat(5_000_001), text: "t" },
    message: "'html' is larger than the 5 MB that Postmark takes; shorten it",
  },
  {
    limit: "5 MB of text, in octets",
    within: { html: "h", text: "é".repeat(2_500_000) },
    beyond: { html: "h", text: "é".repeat(2_500_001) },
    message: "'text' is larger than the 5 MB that Postmark takes; shorten it",
  },
  {
    limit: "10 MB of message, attachments encoded",
    within: { attachments: [file(fittingFileBytes)] },
    beyond: { attachments: [file(fittingFileBytes + 3)] },
    message:
      "'attachments' makes the message 10.0 MB once encoded; Postmark takes 10 MB: send links to large files",
  },
  {
    limit: "255 octets of an attachment's name",
    within: { attachments: [{ filename: `${"n".repeat(251)}.txt`, content: "x" }] },
    beyond: { attachments: [{ filename: `${"n".repeat(252)}.txt`, content: "x" }] },
    message: "'attachments[0].filename' is longer than 255 octets; shorten it",
  },
];

describe("a message within and beyond", () => {
  test.each(cases)("$limit", ({ within, beyond, message }) => {
    expect(problemsOf(within)).toEqual([]);
    expect(problemsOf(beyond)).toEqual([message]);
  });
});

test("the good message is good", () => {
  expect(problemsOf(goodInput)).toEqual([]);
});

test("a list far beyond the limit is not even read", () => {
  expect(problemsOf({ to: people(1001) })).toEqual([
    "'to' lists more than 1000 addresses; send in parts",
  ]);
});
