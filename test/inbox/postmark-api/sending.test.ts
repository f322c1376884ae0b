import { Errors } from "postmark";
import { describe, expect, test } from "vitest";
import { mail, openPostmark } from "./open-postmark.ts";

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe("sending by Postmark's API", () => {
  test("a message lies in the inbox with all that was said of it", async () => {
    const { client, inbox } = await openPostmark();
    const answer = await client.sendEmail({
      ...mail,
      ...{
        Cc: "grace@example.com",
        Bcc: '"Hopper, G." <hopper@example.com>',
        ReplyTo: "re@x.test",
      },
      ...{ Subject: "Grüße — 你好", HtmlBody: "<p>Hello <b>Ada</b></p>", Tag: "welcome" },
      ...{ TrackOpens: true, MessageStream: "news", Metadata: { orderId: "42", Color: "red" } },
      Headers: [{ Name: "X-Order", Value: "42 ä" }],
      Attachments: [
        {
          Name: "ä.txt",
          Content: Buffer.from("file").toString("base64"),
          ContentType: "text/plain",
          ContentID: null,
        },
      ],
    });
    expect(answer).toMatchObject({
      ...{ ErrorCode: 0, Message: "OK", To: mail.To, Cc: "grace@example.com" },
      MessageID: expect.stringMatching(uuid),
      SubmittedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{7}Z$/),
    });
    const message = inbox.get(answer.MessageID);
    expect(message).toMatchObject({
      ...{ subject: "Grüße — 你好", text: "Hello Ada", tag: "welcome", stream: "news" },
      html: "<p>Hello <b>Ada</b></p>",
      from: { name: "Shop", address: "shop@example.com" },
      replyTo: [{ address: "re@x.test" }],
      envelope: { to: ["ada@example.com", "grace@example.com", "hopper@example.com"] },
      metadata: { orderId: "42", Color: "red" },
      tracking: { opens: true },
      attachments: [{ filename: "ä.txt", contentType: "text/plain" }],
      problems: [],
    });
    expect(message?.headers).toContainEqual({ name: "X-Order", value: "42 ä" });
    expect(message?.headers.some(({ value }) => value.includes("hopper"))).toBe(false);
    expect(message?.delivered.messageId).toBe(`<${answer.MessageID}@mtasv.net>`);
  });

  test("a batch answers each message by itself", async () => {
    const { client, inbox } = await openPostmark();
    const answers = await client.sendEmailBatch([
      { ...mail, Subject: "one" },
      { ...mail, To: "nobody" },
      { ...mail, Subject: "three" },
    ]);
    expect(answers.map(({ ErrorCode }) => ErrorCode)).toEqual([0, 300, 0]);
    expect(answers[1]?.Message).toBe(
      "Error parsing 'To': Illegal email address 'nobody'. It must contain the '@' symbol.",
    );
    expect(inbox.list().map(({ subject }) => subject)).toEqual(["three", "one"]);
    const many = client.sendEmailBatch(Array.from({ length: 501 }, () => mail));
    await expect(many).rejects.toMatchObject({ code: 410, statusCode: 422 });
  });

  test.each([
    [{ To: "" }, 300, "Zero recipients specified"],
    [{ From: "" }, 300, "Invalid 'From' value."],
    [{ From: "a@example.com, b@example.com" }, 300, "Invalid 'From' address"],
    [{ To: "ada@localhost" }, 300, "Illegal email domain 'localhost'"],
    [{ To: "ada@@example.com" }, 300, "Invalid 'To' address: 'ada@@example.com'."],
    [{ TextBody: "" }, 300, "Provide either email TextBody or HtmlBody or both."],
    [{ Cc: Array(50).fill("a@example.com").join(",") }, 300, "51"],
    [{ Metadata: { key: "x".repeat(81) } }, 300, "81"],
    [{ Metadata: { key: 5 } }, 403, "Metadata"],
    [{ TrackOpens: "yes" }, 403, "TrackOpens"],
    [{ Subject: "a\r\nBcc: eve@example.com" }, 300, "Subject"],
    [{ Headers: [{ Name: "X-A", Value: "a\nBcc: eve@example.com" }] }, 300, "X-A"],
    [{ Headers: [{ Name: "Content-Type", Value: "text/html" }] }, 300, "Content-Type"],
    [{ Attachments: [{ Name: "a.exe", Content: "", ContentType: "a/b" }] }, 411, ".exe"],
    [{ Attachments: [{ Name: "a.txt", Content: "ä", ContentType: "a/b" }] }, 300, "base64"],
  ])("refuses %o with Postmark's number %i", async (said, code, words) => {
    const { ask, inbox } = await openPostmark();
    const answer = await ask("/email", {
      method: "POST",
      body: JSON.stringify({ ...mail, ...said }),
    });
    expect(answer.status).toBe(422);
    expect(answer.headers.get("x-pm-apierrorcode")).toBe(String(code));
    expect(await answer.json()).toEqual({
      ErrorCode: code,
      Message: expect.stringContaining(words),
    });
    expect(inbox.list()).toEqual([]);
  });

  test("inactive recipients are told as Postmark's client expects it", async () => {
    const { client, inbox } = await openPostmark();
    inbox.suppressions.add("Ada@example.com");
    const failure = await client.sendEmail(mail).catch((error) => error);
    expect(failure).toBeInstanceOf(Errors.InactiveRecipientsError);
    expect(failure).toMatchObject({ code: 406, recipients: ["ada@example.com"] });
    const partly = await client.sendEmail({ ...mail, Cc: "grace@example.com" });
    expect(partly.ErrorCode).toBe(0);
    expect(Errors.InactiveRecipientsError.parseInactiveRecipients(partly.Message)).toEqual([
      "ada@example.com",
    ]);
    expect(inbox.get(partly.MessageID)?.recipients.map(({ outcome }) => outcome)).toEqual([
      "suppressed",
      "delivered",
    ]);
  });

  test("a strict server knows its tokens, its streams and its senders", async () => {
    const serverToken = "5d8f5a0c-7d0c-4a50-9d2f-1f6f4f1f9a11";
    const { client, ask, account } = await openPostmark(
      {
        ...{ mode: "strict", credentials: [{ serverToken }], verifiedSenders: ["example.com"] },
        ...{ streams: ["outbound", "news"], accountToken: "account-token" },
      },
      serverToken,
    );
    expect((await client.sendEmail(mail)).ErrorCode).toBe(0);
    const codeOf = (said: object) =>
      client.sendEmail({ ...mail, ...said }).catch(({ code }) => code);
    expect(await codeOf({ MessageStream: "unknown" })).toBe(1235);
    expect(await codeOf({ From: "shop@other.example" })).toBe(400);
    const wrong = await ask("/server", { headers: { "x-postmark-server-token": "another" } });
    expect([wrong.status, await wrong.json()]).toMatchObject([401, { ErrorCode: 10 }]);
    expect((await account.getDomains()).Domains).toMatchObject([{ Name: "example.com" }]);
  });

  test("a request without a token, JSON or a path is answered as Postmark does", async () => {
    const { ask, api, client } = await openPostmark();
    const post = (body: string, headers = {}) => ask("/email", { method: "POST", body, headers });
    const none = await fetch(`${api.postmarkUrl}/email`, { method: "POST", body: "{}" });
    expect([none.status, (await none.json()).ErrorCode]).toEqual([401, 10]);
    const form = await post("a=b", { "content-type": "application/x-www-form-urlencoded" });
    expect([form.status, (await form.json()).ErrorCode]).toEqual([415, 409]);
    expect((await (await post("{")).json()).ErrorCode).toBe(402);
    expect((await (await post("[]")).json()).ErrorCode).toBe(402);
    const unknown = await ask("/nowhere");
    expect([unknown.status, (await unknown.json()).ErrorCode]).toEqual([404, 12]);
    expect((await ask("/email")).status).toBe(405);
    const template = { From: mail.From, To: mail.To, TemplateId: 1, TemplateModel: {} };
    await expect(client.sendEmailWithTemplate(template)).rejects.toMatchObject({ code: 1101 });
    const body = JSON.stringify({ Name: "x".repeat(1_100_000) });
    const large = await ask("/server", { method: "PUT", body });
    expect(large.status).toBe(413);
  });

  test("the test token sends nothing", async () => {
    const { client, inbox } = await openPostmark({}, "POSTMARK_API_TEST");
    expect(await client.sendEmail(mail)).toMatchObject({ Message: "Test job accepted" });
    await expect(client.sendEmail({ ...mail, To: "x" })).rejects.toMatchObject({ code: 300 });
    expect(inbox.list()).toEqual([]);
  });

  test("a page of another site is refused", async () => {
    const { ask } = await openPostmark();
    const answer = await ask("/server", { headers: { origin: "http://evil.example" } });
    expect(answer.status).toBe(403);
  });
});
