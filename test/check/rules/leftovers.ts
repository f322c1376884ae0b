import type { Fixtures } from "../fixture.ts";

/** Fixtures of the rules about what was left. */
export const leftovers: Fixtures = {
  "unrendered-values": {
    passes: [
      "<p>Hello Ada,</p>",
      "<p>The value is undefined until the build has run, and null and void after it.</p>",
      "<p>It failed with <code>undefined is not a function</code></p>",
      "<p>Without it the default is undefined.</p>",
      "<p>Nanna and NaNa are names</p>",
      '<p><a href="https://shop.example/nullarbor">The Nullarbor plain</a></p>',
    ],
    fails: [
      "<p>Hello undefined,</p>",
      "<p>Hi null!</p>",
      "<p>Total: £NaN</p>",
      "<p>Your plan: [object Object]</p>",
      "<p>Until Invalid Date it is yours</p>",
      { subject: "Order undefined, on its way" },
      '<p><a href="https://shop.example/orders/undefined">Your order</a></p>',
      '<p><img src="https://shop.example/a.png" width="80" alt="undefined"></p>',
      "<p>undefined</p>",
      "<p>Your total is undefined.</p>",
      "<p>It is with you by null.</p>",
    ],
  },
  "unresolved-placeholders": {
    passes: [
      "<p>Braces { like } these</p>",
      "<p>Write <code>{{name}}</code> where the name goes</p>",
      { body: '<p><a href="{{{ pm:unsubscribe }}}">Leave this list</a></p>' },
      "<p>50% off and 20% more</p>",
    ],
    fails: [
      "<p>Hello {{firstName}},</p>",
      "<p>Hello <%= name %>,</p>".replace("<%", "&lt;%").replace("%>", "%&gt;"),
      "<p>Hello %%first_name%%,</p>",
      "<p>Hello *|FNAME|*,</p>",
      `<p>Hello ${"$"}{user.name},</p>`,
      { subject: "Order {{number}} leaves today" },
      '<p><a href="https://shop.example/{{path}}">Your order</a></p>',
    ],
  },
  "private-hosts": {
    passes: ['<p><a href="https://shop.example/localhost">About localhost</a></p>'],
    fails: [
      '<p><a href="http://localhost:3000/reset">Reset your password</a></p>',
      '<p><a href="https://192.168.1.4/a">Open your order</a></p>',
      '<p><img src="http://127.0.0.1:5173/a.png" width="80" alt="A box"></p>',
      '<p><a href="https://shop.internal/a">Open your order</a></p>',
    ],
  },
  "sample-text": {
    passes: ["<p>Your company is on the list, and what is still to do is listed.</p>"],
    fails: [
      "<p>Lorem ipsum dolor sit amet, consectetur</p>",
      "<p>Hello [Your name],</p>",
      "<p>TODO: write this</p>",
    ],
  },
  "sample-hosts": {
    passes: ['<p><a href="https://shop.example/a">Open your order</a></p>'],
    fails: [
      '<p><a href="https://www.example.com/a">Open your order</a></p>',
      '<p><img src="https://example.org/a.png" width="80" alt="A box"></p>',
    ],
  },
  "missing-translation": {
    passes: [
      "<p>www.shop.example</p>",
      "<p>a.b.c</p>",
      "<p>Node.js is a name</p>",
      "<p>report.final_v2.pdf</p>",
    ],
    fails: [
      "<p>email.passwordReset.title</p>",
      '<p>[missing "en.orders.title" translation]</p>',
      { subject: "orders.confirmation_mail.subject" },
    ],
  },
};
