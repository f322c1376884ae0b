import { correctHtml, type Fixtures } from "../fixture.ts";

const noPreheader = (first: string) => ({
  html: correctHtml({ preheader: "" }).replace("<h1>", `${first}<h1>`),
});

/** Fixtures of the rules about the inbox line. */
export const inboxLine: Fixtures = {
  "subject-missing": {
    passes: ["", { subject: "4711" }],
    fails: [{ subject: "" }, { subject: "  " }],
  },
  "subject-length": {
    passes: [{ subject: "a".repeat(90) }],
    fails: [{ subject: "Your order is on its way ".repeat(4) }],
  },
  "subject-shouting": {
    passes: [
      { subject: "VAT and NATO explained!" },
      { subject: "FAQ" },
      { subject: "注文が確定しました" },
    ],
    fails: [
      { subject: "YOUR ORDER IS HERE" },
      { subject: "Your order is here!!" },
      { subject: "Did you forget this?!" },
    ],
  },
  "subject-prefix": {
    passes: [
      { subject: "Regarding your order" },
      { subject: "Re: your question", message: { headers: { "In-Reply-To": "<a@b.example>" } } },
    ],
    fails: [{ subject: "Re: your order" }, { subject: "Fwd: Your order" }],
  },
  "subject-characters": {
    passes: [{ subject: "Ada & Grace’s order: 🎉 5 > 3" }],
    fails: [
      { subject: "Ada &amp; Grace" },
      { subject: "Two\nlines" },
      { subject: "Half \ud83d of it" },
    ],
  },
  "preheader-missing": {
    passes: ["", noPreheader("")],
    fails: [noPreheader('<p><a href="https://shop.example/mail/1">View in browser</a></p>')],
  },
  "preheader-repeats-subject": {
    passes: [""],
    fails: [
      { subject: "Order 4711 is on its way to you", preheader: "Order 4711 is on its way to you!" },
    ],
  },
  "preheader-length": {
    passes: [""],
    fails: [
      { preheader: "Thank you." },
      { preheader: "Your order is on its way to you. ".repeat(8) },
    ],
  },
  "preheader-leak": {
    passes: [
      "",
      {
        html: correctHtml({}).replace(
          /It leaves today[^<]*/,
          "It leaves today and is with you by Thursday, between nine and noon, as you asked us for when you ordered.",
        ),
      },
    ],
    fails: [
      {
        html: correctHtml({}).replace(
          /It leaves today[^<]*/,
          "It leaves today and is with you by Thursday.",
        ),
      },
    ],
  },
  "preheader-padding": {
    passes: [""],
    fails: [
      {
        preheader: `It leaves today and is with you by Thursday.${"&#847;&zwnj;&nbsp;".repeat(200)}`,
      },
    ],
  },
  "from-name": {
    passes: [
      "",
      { message: { from: { name: "Shop", address: "orders@shop.example" } } },
      { from: undefined },
    ],
    fails: [
      { from: "orders@shop.example" },
      { message: { from: "<orders@shop.example>" } },
      { message: { from: { address: "orders@shop.example" } } },
    ],
  },
  "no-reply": {
    passes: [
      "",
      { from: "Shop <no-reply@shop.example>", message: { replyTo: "help@shop.example" } },
    ],
    fails: [
      { from: "Shop <no-reply@shop.example>" },
      { from: "Shop <noreply@shop.example>" },
      { from: "Shop <do-not-reply@shop.example>" },
    ],
  },
};
