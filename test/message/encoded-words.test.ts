import { simpleParser } from "mailparser";
import PostalMime, { decodeWords } from "postal-mime";
import { describe, expect, test } from "vitest";
import { createMessage } from "../../src/message/create-message.ts";
import type { MessageInput } from "../../src/message/message.ts";
import { compose } from "../../src/transport/compose.ts";
import { goodInput, problemsOf } from "./message-input.ts";

/** Reads as `a.exe` to who decodes it once more than it was encoded. */
const word = "=?utf-8?q?a=2Eexe?=";

/** What two parsers make of the message. */
async function parse(input: Partial<MessageInput>) {
  const { bytes } = compose(createMessage({ ...goodInput, ...input }));
  const raw = bytes.toString("latin1");
  return { raw, one: await PostalMime.parse(bytes), other: await simpleParser(bytes) };
}

describe("what looks like an encoded word is refused where it cannot stand as it is:", () => {
  test.each([
    ["attachments[0].filename", { attachments: [{ filename: `${word}.txt`, content: "x" }] }],
    [
      "attachments[0].contentId",
      { attachments: [{ filename: "a.png", content: "x", contentId: "=?utf-8?q?a?=" }] },
    ],
    [
      "attachments[0].contentType",
      { attachments: [{ filename: "a", content: "x", contentType: 'a/b; title="=?x?q?y?="' }] },
    ],
    ["tag", { tag: word }],
    ['metadata["key"]', { metadata: { key: word } }],
    ["messageId", { messageId: `<${word}@shop.example>` }],
    ["to", { to: `${word}@example.com` }],
    ["replyTo", { replyTo: { name: "Ada", address: `${word}@example.com` } }],
    ['headers["In-Reply-To"]', { headers: { "In-Reply-To": `<${word}@shop.example>` } }],
    ['headers["References"]', { headers: { References: `<${word}@shop.example>` } }],
  ] as const)("%s", (field, change) => {
    const problems = problemsOf(change);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.startsWith(`'${field}'`)).toBe(true);
  });

  test("but not its halves, which mean nothing", () => {
    const attachments = [{ filename: "a=b?c?=.txt", content: "x", contentId: "a=b?=" }];
    const input = { attachments, tag: "a=b", metadata: { key: "a?=b" }, to: "a=b?@example.com" };
    expect(problemsOf(input)).toEqual([]);
  });
});

describe("what looks like an encoded word is read back as it was written, by two parsers:", () => {
  test("in the subject, in names and in headers of text", async () => {
    const seen = await parse({
      subject: word,
      from: { name: word, address: "orders@shop.example" },
      to: { name: `${word} b`, address: "ada@example.com" },
      headers: { "X-Note": word },
    });
    expect(seen.raw).not.toContain(word);
    expect([seen.one.subject, seen.other.subject]).toEqual([word, word]);
    expect([seen.one.from?.name, seen.other.from?.value[0]?.name]).toEqual([word, word]);
    expect(seen.one.to?.[0]?.name).toBe(`${word} b`);
    // Neither decodes headers that it does not know; who reads them does, once.
    const note = seen.one.headers.find(({ key }) => key === "x-note")?.value ?? "";
    expect(decodeWords(note)).toBe(word);
  });

  test("in the addresses that unsubscribe, which stand as they are", async () => {
    const url = "https://shop.example/u?a==?utf-8?q?b?=";
    const { raw } = await parse({ unsubscribe: { url, mailto: "a@shop.example?subject==?b" } });
    const [, header = ""] = /^List-Unsubscribe: ((?:.|\r\n )*)\r\n(?! )/m.exec(raw) ?? [];
    const written = header.replace(/\r\n/g, "");
    expect(written).toBe(
      "<https://shop.example/u?a==%3Futf-8?q?b?=>, <mailto:a@shop.example?subject==%3Fb>",
    );
    const [, back = ""] = /^<(.*?)>/.exec(written) ?? [];
    expect(new URL(back).searchParams.get("a")).toBe(new URL(url).searchParams.get("a"));
  });
});
