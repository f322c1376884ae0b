import { describe, expect, test } from "vitest";
import { createMessage } from "../../src/message/create-message.ts";
import type { HeadersInput } from "../../src/message/message.ts";
import { compose } from "../../src/transport/compose.ts";
import { goodInput, problemsOf } from "./message-input.ts";

/** The header as it leaves, folds undone. */
function writtenAs(headers: HeadersInput): string | undefined {
  const message = createMessage({ ...goodInput, headers });
  const [name = ""] = Object.keys(headers);
  const raw = compose(message)
    .bytes.toString("latin1")
    .replace(/\r\n(?=[ \t])/g, "");
  return raw
    .split("\r\n")
    .find((line) => line.startsWith(`${name}: `))
    ?.slice(name.length + 2);
}

describe("a header with a grammar keeps it:", () => {
  test.each([
    ["In-Reply-To", "abc@x.example", "<abc@x.example>"],
    ["In-Reply-To", " <abc@x.example> ", "<abc@x.example>"],
    ["in-reply-to", "<DB7PR0202.EURPRD@outlook>", "<DB7PR0202.EURPRD@outlook>"],
    ["In-Reply-To", "<no-at-sign-at-all>", "<no-at-sign-at-all>"],
    ["References", "a@x.example b@x.example", "<a@x.example> <b@x.example>"],
    ["References", "<a@x.example><b@x.example>", "<a@x.example> <b@x.example>"],
    ["References", "<a@x.example>, b@x.example", "<a@x.example> <b@x.example>"],
    ["Supersedes", "a@x.example", "<a@x.example>"],
    ["List-ID", "news.shop.example", "<news.shop.example>"],
    ["List-Id", "News <news.shop.example>", "News <news.shop.example>"],
    ["List-ID", "Shop: the news <news.shop.example>", '"Shop: the news" <news.shop.example>'],
    ["List-ID", '"The \\"news\\"" <news.shop.example>', '"The \\"news\\"" <news.shop.example>'],
    ["List-Help", "https://shop.example/help?a=1,2", "<https://shop.example/help?a=1,2>"],
    ["List-Help", "https://shop.example/ü", "<https://shop.example/%C3%BC>"],
    ["List-Help", "https://shop.example/a=?b", "<https://shop.example/a%3D?b>"],
    [
      "List-Subscribe",
      "mailto:join@shop.example?subject=let me in",
      "<mailto:join@shop.example?subject=let%20me%20in>",
    ],
    [
      "List-Subscribe",
      "<mailto:join@shop.example?subject=Grüße&body=100%>, <https://shop.example/join>",
      "<mailto:join@shop.example?subject=Gr%C3%BC%C3%9Fe&body=100%25>, <https://shop.example/join>",
    ],
    [
      "List-Subscribe",
      "mailto:join@shop.example?subject=a, https://shop.example/join",
      "<mailto:join@shop.example?subject=a>, <https://shop.example/join>",
    ],
    ["List-Owner", "<mailto:o@shop.example> (The owner)", "<mailto:o@shop.example> (The owner)"],
    ["List-Post", "no", "NO"],
    ["Archived-At", "https://shop.example/1", "<https://shop.example/1>"],
    ["Disposition-Notification-To", "Ada@Shop.Example", "Ada@shop.example"],
    [
      "Disposition-Notification-To",
      "Jörg Müller <jm@bücher.example>",
      "=?UTF-8?B?SsO2cmcgTcO8bGxlcg==?= <jm@xn--bcher-kva.example>",
    ],
    [
      "Errors-To",
      '"Shop, the" <a@shop.example>, b@shop.example',
      '"Shop, the" <a@shop.example>, b@shop.example',
    ],
    ["Return-Receipt-To", "<a@shop.example>", "a@shop.example"],
  ])("%s: %s", (name, value, expected) => {
    expect(writtenAs({ [name]: value })).toBe(expected);
  });
});

describe("what does not fit the grammar is refused by name:", () => {
  test.each([
    ["In-Reply-To", "your message of Monday", /no Message-ID/],
    ["In-Reply-To", "12345", /no Message-ID/],
    ["In-Reply-To", "<a b@x.example>", /no Message-ID/],
    ["References", "<>", /no Message-ID/],
    ["References", "<a@x.example> >", /no Message-ID/],
    ["In-Reply-To", "<=?x?=@y>", /'=\?'/],
    ["List-ID", "News", /no list's id/],
    ["List-ID", "News <news>", /no list's id/],
    ["List-ID", "Grüße <news.shop.example>", /not ASCII/],
    ["List-Help", "see our site", /no address of the web/],
    ["List-Help", "javascript:alert(1)", /no address of the web/],
    ["List-Help", "https://u:p@shop.example", /no address of the web/],
    ["List-Help", "<https://shop.example", /no address of the web/],
    ["List-Post", "mailto:a@x.example,b@x.example", /no address of the web/],
    ["List-Subscribe", "mailto:?subject=a", /no address of the web/],
    ["Errors-To", "postmaster", /has no '@'/],
    ["Errors-To", ",", /is empty/],
    ["Errors-To", "a@x.example,,b@x.example", /is empty/],
    ["Errors-To", '"Shop, a@x.example', /./],
    ["Disposition-Notification-To", "Ada <ada@x", /'<' or '>'/],
    ["Return-Receipt-To", "group: a@x.example;", /holds/],
  ])("%s: %s", (name, value, problem) => {
    const problems = problemsOf({ headers: { [name]: value } });
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(problems[0]).toContain(`'headers["${name}"]' `);
  });
});

test("many ids are folded between them, and none is torn or encoded", () => {
  const ids = Array.from({ length: 60 }, (_, n) => `<${"x".repeat(60)}${n}@shop.example>`);
  const message = createMessage({ ...goodInput, headers: { References: ids.join(" ") } });
  const raw = compose(message).bytes.toString("latin1");
  const [, value = ""] = /^References: ((?:.|\r\n )*)\r\n(?! )/m.exec(raw) ?? [];
  expect(value.split(/\r\n /)).toEqual(ids);
});

test("an id as long as a line holds is written as it is", () => {
  const id = `<${"x".repeat(960)}@shop.example>`;
  expect(writtenAs({ "In-Reply-To": id })).toBe(id);
});

describe("a mailto: of 'unsubscribe'", () => {
  test.each([
    ["leave@shop.example?subject=leave me", "mailto:leave@shop.example?subject=leave%20me"],
    ["leave@shop.example?subject=100%", "mailto:leave@shop.example?subject=100%25"],
    ["leave@shop.example?subject=a#b", "mailto:leave@shop.example?subject=a%23b"],
    ["leave@shop.example?subject=Tschüs", "mailto:leave@shop.example?subject=Tsch%C3%BCs"],
    ["MAILTO:a%2Bb@shop.example", "mailto:a+b@shop.example"],
    ["a/b&c@shop.example", "mailto:a%2Fb%26c@shop.example"],
  ])("%s becomes a URI", (mailto, expected) => {
    const { unsubscribe } = createMessage({ ...goodInput, unsubscribe: { mailto } });
    expect(unsubscribe?.mailto).toBe(expected);
  });

  test.each(["leave@shop.example?subject=a\r\nBcc: x@y.example", "a@b.example?x=>, <evil:"])(
    "%j is refused",
    (mailto) => {
      expect(problemsOf({ unsubscribe: { mailto } })).toEqual([expect.stringMatching(/mailbox/)]);
    },
  );
});
