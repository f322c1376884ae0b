import { describe, expect, test } from "vitest";
import { createMessage } from "../../../src/message/create-message.ts";
import type { MessageInput } from "../../../src/message/message.ts";
import { compose } from "../../../src/transport/compose.ts";
import { goodInput } from "../../message/message-input.ts";

/** The longest word that each of them takes. */
const cases: readonly (readonly [string, number, (word: string) => Partial<MessageInput>])[] = [
  ["X-PM-Tag", 988, (word) => ({ tag: word })],
  ["X-Note", 990, (word) => ({ headers: { "X-Note": word } })],
  ["Message-ID", 983, (word) => ({ messageId: `${word.slice(0, -13)}@shop.example` })],
  [
    "In-Reply-To",
    983,
    (word) => ({ headers: { "In-Reply-To": `${word.slice(0, -13)}@shop.example` } }),
  ],
  ["Subject", 989, (word) => ({ subject: word })],
];

describe("a word that just fits into a line is written as it is, and the line is no longer than 998 octets", () => {
  test.each(cases)("%s", (name, length, change) => {
    const word = "w".repeat(length);
    const raw = compose(createMessage({ ...goodInput, ...change(word) })).bytes.toString("latin1");
    const lines = raw.split("\r\n");
    const line = lines.find((each) => each.startsWith(`${name}: `));
    expect(line).not.toContain("=?");
    expect(line?.length).toBeGreaterThan(length);
    expect(Math.max(...lines.map((each) => each.length))).toBeLessThanOrEqual(998);
  });
});

test("a longer one is encoded, and no line is longer", () => {
  const message = createMessage({ ...goodInput, subject: "w".repeat(990) });
  const lines = compose(message).bytes.toString("latin1").split("\r\n");
  expect(lines.find((each) => each.startsWith("Subject: "))).toContain("=?UTF-8?");
  expect(Math.max(...lines.map((each) => each.length))).toBeLessThanOrEqual(998);
});
