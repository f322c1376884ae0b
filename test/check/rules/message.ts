import type { Fixtures } from "../fixture.ts";

const link = '<p><a href="https://shop.example/orders/4711">Your order</a></p>';
const code = '<p style="font-size:28px;line-height:36px">123 456</p>';
const oneUse =
  '<p><a href="https://shop.example/confirm?token=mK4Zt9wQ2vR7">Confirm your address</a></p>';
const leave = '<p><a href="https://shop.example/leave">Unsubscribe</a></p>';
const address = "<p>Shop Ltd, 12 Binders Yard, Bristol BS1 6QZ</p>";

/** Fixtures of the rules about the text part, the message and its sense. */
export const message: Fixtures = {
  "text-missing": { passes: [""], fails: [{ text: "" }, { text: undefined }] },
  "text-view-in-browser": {
    passes: [
      "",
      {
        text:
          "Your order leaves today. View this email in your browser: https://shop.example/m/1" +
          " word".repeat(30),
      },
    ],
    fails: [
      { text: "Please view this email in your browser." },
      { text: "Your client does not support HTML." },
    ],
  },
  "text-complete": {
    passes: [link, "<p>It is £12.50 in all</p>"],
    fails: [
      { body: link, text: "Your order is on its way. We have packed it." },
      { body: "<p>It is £12.50 in all</p>", text: "Your order is on its way." },
    ],
  },
  "text-glued-urls": {
    passes: [link, { text: "See https://web.archive.example/2020/https://shop.example/ for more" }],
    fails: [
      { text: "See https://a.examplehttps://b.example/x for more" },
      { text: "Your orderhttps://shop.example/orders for more" },
    ],
  },
  "text-line-length": { passes: [""], fails: [{ text: "word ".repeat(250) }] },
  unsubscribe: {
    passes: [
      "",
      { body: leave },
      { body: leave + address, message: { stream: "broadcast" } },
      { subject: "Reset your password" },
      {
        body: address,
        message: { stream: "broadcast", unsubscribe: { url: "https://shop.example/leave" } },
      },
    ],
    fails: [
      { body: address, message: { stream: "broadcast" } },
      { body: leave, subject: "Reset your password" },
    ],
  },
  "postal-address": {
    passes: ["", { body: leave + address, message: { stream: "broadcast" } }],
    fails: [{ body: leave, message: { stream: "broadcast" } }],
  },
  "personal-tag": {
    passes: [{ message: { tag: "order-confirmation", metadata: { order: "4711" } } }],
    fails: [
      { message: { tag: "order-ada@shop.example" } },
      { message: { metadata: { session: "eyJhbGciOiJIUzI1NiIsInR5cCI6" } } },
    ],
  },
  "lost-characters": {
    passes: ["<p>A book 📚 for Zoë, for שלום</p>", { text: "Tab\tand\nlines" }],
    fails: [
      "<p>A book \ud83d</p>",
      "<p>Page\u0008two</p>",
      '<p><img src="/static/desk.png" width="10" height="10" alt="A \ufffd desk"></p>',
      { text: "Half \udcda" },
    ],
  },
  "message-limits": {
    passes: [{ message: { tag: "order", stream: "outbound", metadata: { order: "4711" } } }],
    fails: [
      { message: { tag: "t".repeat(1_001) } },
      { message: { stream: "My Stream" } },
      { message: { metadata: { "a-key-that-is-far-too-long": "1" } } },
      { message: { metadata: { note: "n".repeat(81) } } },
      {
        message: {
          metadata: Object.fromEntries(
            Array.from({ length: 11 }, (_, index) => [`k${index}`, "1"]),
          ),
        },
      },
    ],
  },
  "content-ids": {
    passes: [
      { body: '<p><img src="cid:mark" width="80" alt="A box"></p>', contentIds: ["mark"] },
      '<p><img src="cid:mark" width="80" alt="A box"></p>',
    ],
    fails: [
      { body: '<p><img src="cid:mark" width="80" alt="A box"></p>', contentIds: [] },
      { contentIds: ["mark"] },
    ],
  },
  "spam-points": {
    passes: [
      "",
      { spam: { points: 0.9, tests: [{ name: "US_DOLLARS_3", points: 0.9, description: "" }] } },
      { spam: { points: -0.1, tests: [] } },
    ],
    fails: [
      { spam: { points: 1, tests: [{ name: "US_DOLLARS_3", points: 1, description: "" }] } },
      { spam: { points: 3.2, tests: [{ name: "GTUBE", points: 3.2, description: "A test" }] } },
    ],
  },
  "code-in-inbox-line": {
    passes: [
      { subject: "123456 is your code", body: code },
      { subject: "Your order leaves today", body: code },
      { subject: "Your discount code", body: code },
    ],
    fails: [{ subject: "Your sign-in code", body: code }],
  },
  "thread-folding": {
    passes: [
      { subject: "123456 is your sign-in code", body: code },
      { subject: "Your order leaves today" },
      {
        subject: "Your sign-in code",
        body: code,
        message: { headers: { "X-Entity-Ref-ID": "a1b2c3" } },
      },
    ],
    fails: [
      { subject: "Confirm your address", body: oneUse },
      { subject: "Your sign-in code", body: code, also: ["code-in-inbox-line"] },
    ],
  },
  "account-words": {
    passes: [
      {
        subject: "Reset your password",
        body: "<p>The link works once, for an hour. You did not ask for it? Then ignore this email.</p>",
      },
    ],
    fails: [{ subject: "Reset your password", body: "<p>Press the button.</p>" }],
  },
};
