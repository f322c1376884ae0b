import type { InboxMessage } from "letterpress/inbox";
import { createTestInbox, mailMatchers } from "letterpress/testing";
import nodemailer from "nodemailer";
import { beforeAll, describe, expect, test } from "vitest";

expect.extend(mailMatchers);

let mail: InboxMessage;

beforeAll(async () => {
  const inbox = await createTestInbox();
  const client = nodemailer.createTransport({
    host: "127.0.0.1",
    port: inbox.port,
    ignoreTLS: true,
  });
  await client.sendMail({
    from: "Shop <shop@example.com>",
    to: "Ada <ada@example.com>",
    bcc: "audit@example.com",
    subject: `Grüße aus der Werkstatt ${"und so fort ".repeat(10)}🎉`,
    text: `Hello Ada,\n\n${"a line of words that quoted-printable breaks ".repeat(4)}\nBye`,
    html: `<p>Hello&nbsp;<b>Ada</b>,</p><p>soft&shy;ly</p><a href="https://a.test/?a=1&amp;b=2">Go</a>`,
    headers: { "X-PM-Tag": "welcome", "X-Odd": "=?utf-8?Q?=C3=BC?=", "X-PM-Track-Opens": "true" },
    attachments: [{ filename: "größe.pdf", content: "x" }],
  });
  const [received] = inbox.list();
  if (!received) throw new Error("nothing arrived");
  mail = received;
  client.close();
  await inbox.close();
});

describe("matchers compare what a reader sees", () => {
  test("the subject", () => {
    expect(mail).toHaveSubject(`Grüße aus der Werkstatt ${"und so fort ".repeat(10)} 🎉 `);
    expect(mail).toHaveSubject(/^Grüße/);
    expect(mail).not.toHaveSubject("Grüße");
  });

  test("the text, whatever breaks its lines", () => {
    expect(mail).toHaveText("breaks a line of words that quoted-printable breaks a line");
    expect(mail).toHaveText(/^Hello Ada, a line/);
    expect(mail).not.toHaveText("softly");
  });

  test("the words of the HTML", () => {
    expect(mail).toHaveHtmlText("Hello Ada, softly Go");
    expect(mail).not.toHaveHtmlText("<b>");
  });

  test("links, people, headers, attachments and the tag", () => {
    expect(mail).toHaveLink("https://a.test/?a=1&b=2");
    expect(mail).toHaveLink(/^https:\/\/a\.test/);
    expect(mail).not.toHaveLink("https://a.test/");
    expect(mail).toBeAddressedTo("ADA@example.com");
    expect(mail).toBeAddressedTo("audit@example.com");
    expect(mail).not.toBeAddressedTo("bob@example.com");
    expect(mail).toBeFrom("shop@example.com");
    expect(mail).not.toBeFrom(/@other/);
    expect(mail).toHaveHeader("x-odd", "ü");
    expect(mail).toHaveHeader("Message-ID");
    expect(mail).not.toHaveHeader("X-Odd", "u");
    expect(mail).toHaveAttachment("größe.pdf");
    expect(mail).not.toHaveAttachment(/\.exe$/);
    expect(mail).toHaveTag("welcome");
    expect(mail).not.toHaveTag("other");
  });

  test("what Postmark would refuse, not what it would only ignore", () => {
    expect(mail.problems.map(({ code }) => code)).toContain("header-misspelt");
    expect(mail).toPassPostmark();
    const problem = { code: "token-header", effect: "exposed", message: "shows it" } as const;
    expect({ ...mail, problems: [problem] }).not.toPassPostmark();
  });
});

describe("a matcher that does not hold says what there is", () => {
  test.each([
    [
      () => expect(mail).toHaveTag("other"),
      'Expected the message to have the tag "other", but it has "welcome"',
    ],
    [
      () => expect(mail).not.toBeFrom("shop@example.com"),
      'Expected the message not to be from "shop@example.com", but it is from "shop@example.com"',
    ],
    [
      () => expect(mail).toHaveLink("x"),
      'Expected the message to have a link to "x", but it links to "https://a.test/?a=1&b=2"',
    ],
    [
      () => expect(mail).toHaveHeader("X-None", /y/),
      "Expected the message to have the header X-None: /y/, but it has nothing",
    ],
    [
      () => expect({ ...mail, html: undefined }).toHaveHtmlText("x"),
      'Expected the message to have the words "x" in its HTML, but it has no HTML',
    ],
    [
      () => expect("mail").toHaveTag("x"),
      "Cannot compare: expect() was given no message of an inbox",
    ],
  ])("%#", (compare, message) => {
    expect(compare).toThrow(message);
  });
});
