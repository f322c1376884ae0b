import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { compose } from "../../../src/transport/compose.ts";
import { makeMessage } from "../messages.ts";

const text = "A paragraph that goes \non, and ends here.\n\n From here on space-stuffed\n-- \nShop";

test.each(["<p>A paragraph</p>", undefined])(
  "text that flows says so, and keeps the spaces its lines end in (html: %s)",
  async (html) => {
    const { bytes } = compose(makeMessage({ html, text, textFormat: "flowed" }));
    expect(bytes.toString().match(/format=flowed/g)).toHaveLength(1);
    expect(bytes.toString()).toMatch(
      /^Content-Type: text\/plain; charset=utf-8; format=flowed\r$/m,
    );
    // Nothing on the wire ends in a space, which servers on the way may take off.
    expect(bytes.toString()).not.toMatch(/ \r\n/);
    // Both put the paragraph together again, RFC 3676 §4.1 and §4.4 (mailparser leaves stuffing).
    for (const mail of [await PostalMime.parse(bytes), await simpleParser(bytes)]) {
      expect(mail.text).toContain("A paragraph that goes on, and ends here.\n\n");
    }
  },
);

test("other text does not, and is read line by line", async () => {
  const { bytes } = compose(makeMessage({ text }));
  expect(bytes.toString()).not.toContain("flowed");
  for (const mail of [await PostalMime.parse(bytes), await simpleParser(bytes)]) {
    expect(mail.text?.replace(/\r\n/g, "\n")).toContain("goes \non, and");
  }
});
