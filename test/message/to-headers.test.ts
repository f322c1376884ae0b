import { expect, test } from "vitest";
import { createMessage } from "../../src/message/create-message.ts";
import type { MessageInput } from "../../src/message/message.ts";
import { toHeaders } from "../../src/message/to-headers.ts";
import { goodInput } from "./message-input.ts";

const lines = (change: Partial<MessageInput>) =>
  toHeaders(createMessage({ ...goodInput, ...change })).map(
    ({ name, value }) => `${name}: ${value}`,
  );

test("every Postmark option becomes its header, in a fixed order", () => {
  expect(
    lines({
      headers: { "X-Note": "not among them" },
      priority: "high",
      unsubscribe: { url: "https://shop.example/u", mailto: "leave@shop.example" },
      metadata: { orderId: "1", b: "2" },
      tracking: { links: "HtmlOnly", opens: true },
      tag: "orders/order-confirmation",
      stream: "outbound",
    }),
  ).toEqual([
    "X-PM-Message-Stream: outbound",
    "X-PM-Tag: orders/order-confirmation",
    "X-PM-TrackOpens: true",
    "X-PM-TrackLinks: HtmlOnly",
    "X-PM-Metadata-orderId: 1",
    "X-PM-Metadata-b: 2",
    "X-PM-KeepID: true",
    "List-Unsubscribe: <https://shop.example/u>, <mailto:leave@shop.example>",
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    "X-Priority: 1 (Highest)",
    "Importance: high",
  ]);
});

test.each<[string, Partial<MessageInput>, string[]]>([
  ["nothing said", {}, ["X-PM-KeepID: true"]],
  ["keepMessageId false", { keepMessageId: false }, []],
  [
    "tracking off",
    { tracking: { opens: false, links: "None" } },
    ["X-PM-TrackOpens: false", "X-PM-TrackLinks: None", "X-PM-KeepID: true"],
  ],
  [
    "a mailbox to leave by",
    { unsubscribe: { mailto: "leave@shop.example" } },
    ["X-PM-KeepID: true", "List-Unsubscribe: <mailto:leave@shop.example>"],
  ],
  [
    "low priority",
    { priority: "low" },
    ["X-PM-KeepID: true", "X-Priority: 5 (Lowest)", "Importance: low"],
  ],
  ["normal priority", { priority: "normal" }, ["X-PM-KeepID: true"]],
])("%s", (_case, change, expected) => {
  expect(lines(change)).toEqual(expected);
});
