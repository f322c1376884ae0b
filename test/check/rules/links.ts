import type { Answers } from "../../../src/check/online/answer.ts";
import type { Fixtures } from "../fixture.ts";

const link = (href: string, words = "Open your order") => `<p><a href="${href}">${words}</a></p>`;
const secret = link("https://shop.example/reset?token=mK4Zt9wQ2vR7bLxE");

/** Fixtures of the rules about links. */
function answers(address: string, kind: "answers" | "moved"): Answers {
  const found = { kind, status: 200, address: "https://shop.example/b", type: "text/html" };
  return new Map([[address, found]]);
}

export const links: Fixtures = {
  "link-address": {
    passes: [
      link("https://shop.example/a?b=c#d"),
      link("mailto:help@shop.example?subject=Order%204711"),
      link("tel:+44 20 7946 0000"),
      link("sms:+442079460000"),
      '<p><a name="place">A place</a></p>',
      link("https://xn--bcher-kva.example/"),
      link("webcal://shop.example/a.ics"),
      link("mailto:a@shop.example,b@shop.example"),
    ],
    fails: [
      link(""),
      link("#"),
      link("/account"),
      link("//shop.example/a"),
      link("www.shop.example"),
      link("https://"),
      link("https://shop example/a"),
      link("mailto:help@"),
      link("mailto:"),
      link("tel:"),
      link("file:///home/a.html"),
      "<p><a>Open your order</a></p>",
      link("account.html"),
    ],
  },
  "link-anchor": {
    passes: [
      `<h2 id="terms">Terms</h2>${link("#terms", "The terms")}`,
      `<h2><a name="terms">Terms</a></h2>${link("#terms", "The terms")}`,
    ],
    fails: [link("#terms", "The terms")],
  },
  "insecure-link": {
    passes: [link("https://shop.example/a"), link("mailto:help@shop.example")],
    fails: [link("http://shop.example/a")],
  },
  "link-answers": {
    passes: [
      link("https://shop.example/a"),
      {
        body: link("https://shop.example/a"),
        answers: answers("https://shop.example/a", "answers"),
      },
      {
        body: link("https://shop.example/a"),
        answers: new Map([["https://shop.example/a", { kind: "login", status: 403 }]]),
      },
    ],
    fails: [
      {
        body: link("https://shop.example/a"),
        answers: new Map([["https://shop.example/a", { kind: "fails", reason: "it answers 404" }]]),
      },
      { body: link("https://shop.example/a"), answers: answers("https://shop.example/a", "moved") },
    ],
  },
  "link-host": {
    passes: [link("https://shop.example/a"), link("https://shop.example:443/a")],
    fails: [link("https://203.0.113.7/a"), link("https://shop.example:8443/a")],
  },
  "link-shortener": {
    passes: [link("https://youtu.be/abc", "Watch the film"), link("https://bit.lyon.example/a")],
    fails: [link("https://bit.ly/3xYz"), link("https://tinyurl.com/abc")],
  },
  "link-length": {
    passes: [link(`https://shop.example/a?b=${"c".repeat(1_900)}`)],
    fails: [link(`https://shop.example/a?b=${"c".repeat(2_100)}`)],
  },
  "link-credentials": {
    passes: [link("https://shop.example/@ada")],
    fails: [link("https://ada:pass@shop.example/a")],
  },
  "deceptive-link": {
    passes: [
      link("https://www.shop.example/a", "shop.example"),
      link("https://click.shop.example/a", "https://shop.example/a"),
      link("https://shop.example/invoice.pdf", "invoice.pdf"),
      link("https://shop.example/", "Shop"),
      link("mailto:help@shop.example", "help@shop.example"),
    ],
    fails: [
      link("https://evil.example/a", "https://shop.test/a"),
      link("https://evil.example/a", "www.bank.test"),
    ],
  },
  "tracked-secret": {
    passes: [
      { body: secret, message: { tracking: { links: "None" } } },
      {
        body: link("https://shop.example/orders?page=2"),
        message: { tracking: { links: "HtmlAndText" } },
      },
      { body: secret },
    ],
    fails: [
      { body: secret, message: { tracking: { links: "HtmlAndText" } } },
      {
        body: link("https://shop.example/verify/Vb3nT8qLk2Wd6HsYpQ"),
        message: { tracking: { links: "HtmlOnly" } },
      },
    ],
  },
};
