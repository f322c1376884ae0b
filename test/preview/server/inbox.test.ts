import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPostmarkTransport, createSender } from "letterpress";
import nodemailer, { type SendMailOptions } from "nodemailer";
import { describe, expect, onTestFinished, test } from "vitest";
import type {
  InboxList,
  InboxMessage,
  Project,
  SendResult,
} from "../../../preview/protocol/index.ts";
import { ask } from "./ask.ts";
import { openPreview, type TestPreview } from "./open-preview.ts";
import { emailShowing } from "./test-project.ts";

const token = "0f5c1c0e-2d5f-4b6a-9c0e-7a1b2c3d4e5f";

/** Sends as a program does that follows a tutorial, or is not ours for another reason. */
async function sendForeign(
  preview: TestPreview,
  mail: SendMailOptions,
  auth?: { readonly user: string; readonly pass: string },
): Promise<InboxMessage> {
  const { smtpUrl } = await preview.json<InboxList>("/api/inbox");
  const { port } = new URL(smtpUrl);
  const client = nodemailer.createTransport({
    port: Number(port),
    tls: { rejectUnauthorized: false },
    ...(auth ? { auth } : {}),
  });
  await client.sendMail({
    ...{ from: "shop@shop.example", to: "ada@example.com", subject: "S", text: "T", ...mail },
  });
  const [message] = (await preview.json<InboxList>("/api/inbox")).messages;
  return preview.json<InboxMessage>(`/api/inbox/${message?.id}`);
}

const changing = { "x-letterpress": "1", "content-type": "application/json" };

async function send(preview: TestPreview, body: unknown): Promise<SendResult & { error?: string }> {
  const init = { method: "POST", headers: changing, body: JSON.stringify(body) };
  return preview.json<SendResult>("/api/send", init);
}

/** Sends into the preview's inbox as an app would. */
async function sendParts(preview: TestPreview, parts: object): Promise<void> {
  const { smtpUrl } = await preview.json<InboxList>("/api/inbox");
  const transport = createPostmarkTransport({ url: smtpUrl });
  const sender = createSender({ transport, from: "app@example.com" });
  await sender.send({ to: "ada@example.com", subject: "S", text: "T", ...parts } as never);
  await sender.close();
}

const bare = `export default function Bare({ name }) { return <p>Bare {name}</p>; }\nBare.PreviewProps = { name: "Ada" };\n`;

describe("Send", () => {
  test("goes through the sender over SMTP into the inbox, and says which message it is", async () => {
    const preview = await openPreview({ "emails/orders/a.tsx": emailShowing("A") });
    const events = await preview.events();
    const result = await send(preview, {
      emailId: "orders/a",
      variant: "long-name",
      to: ["Ada <ada@example.com>", "bob@example.com"],
    });
    const { send: target } = await preview.json<Project>("/api/project");
    expect(result).toMatchObject({
      status: "sent",
      accepted: ["ada@example.com", "bob@example.com"],
      target,
    });
    if (result.status !== "sent") throw new Error(result.message);
    const mail = await preview.json<InboxMessage>(`/api/inbox/${result.inboxId}`);
    expect(mail).toMatchObject({
      subject: "Hello Ada Lovelace",
      to: [
        { name: "Ada", address: "ada@example.com" },
        { name: "", address: "bob@example.com" },
      ],
      envelope: { to: ["ada@example.com", "bob@example.com"] },
      hasHtml: true,
    });
    expect(mail.text).toContain("A for Ada Lovelace");
    const { message } = await events.next("received");
    expect(message).toMatchObject({ id: result.inboxId, subject: "Hello Ada Lovelace" });
    expect(message.snippet).toContain("A for Ada Lovelace");
  });

  test("gives a bare component its name as the subject, as the preview shows it", async () => {
    const preview = await openPreview({ "emails/old/password-reset.jsx": bare });
    const { result: shown } = await preview.view("old/password-reset");
    expect(shown).toMatchObject({ subject: "Password reset" });
    const result = await send(preview, {
      ...{ emailId: "old/password-reset", variant: "default" },
      to: ["ada@example.com"],
    });
    expect(result).toMatchObject({ status: "sent" });
    const { messages } = await preview.json<InboxList>("/api/inbox");
    expect(messages[0]).toMatchObject({ subject: "Password reset", snippet: "Bare Ada" });
  });

  test("takes the pictures of the static folder along, so that the inbox shows them", async () => {
    const preview = await openPreview({
      "emails/static/dot.gif": "GIF89a",
      "emails/a.tsx": emailShowing("<img src='/static/dot.gif' alt='Dot' />"),
    });
    expect(await preview.html("a")).toContain(`src="/static/dot.gif"`);
    const to = ["ada@example.com"];
    const result = await send(preview, { emailId: "a", variant: "default", to });
    if (result.status !== "sent") throw new Error(result.message);
    const html = await ask(preview.url, `/api/inbox/${result.inboxId}/html`);
    const picture = `/api/inbox/${result.inboxId}/pictures/0`;
    expect(html.body).toContain(`src="${picture}"`);
    expect((await ask(preview.url, picture)).body).toBe("GIF89a");
  });

  test("sends what is on disk now, not what was", async () => {
    const preview = await openPreview({ "emails/a.tsx": emailShowing("old") });
    await preview.html("a");
    const events = await preview.events();
    preview.write("emails/a.tsx", emailShowing("new"));
    await events.next("changed");
    await send(preview, { emailId: "a", variant: "default", to: ["ada@example.com"] });
    const { messages } = await preview.json<InboxList>("/api/inbox");
    expect(messages[0]?.snippet).toBe("new for Ada");
  });

  test("tells what is wrong, with the field, and what would fix it", async () => {
    const preview = await openPreview({
      "emails/a.tsx": emailShowing("A"),
      "emails/broken.tsx": emailShowing("{(() => { throw new Error('broken'); })()}"),
    });
    const to = ["ada@example.com"];
    expect(await send(preview, { emailId: "a", variant: "default", to: ["ada@"] })).toMatchObject({
      status: "failed",
      code: "ERR_INVALID_MESSAGE",
      field: expect.stringMatching(/^to/),
    });
    expect(await send(preview, { emailId: "a", variant: "none", to })).toMatchObject({
      status: "failed",
      message: `Cannot find the variant "none" of "a"`,
    });
    expect(await send(preview, { emailId: "gone", variant: "default", to })).toMatchObject({
      status: "failed",
    });
    expect(await send(preview, { emailId: "broken", variant: "default", to })).toMatchObject({
      status: "failed",
      code: "ERR_RENDER",
    });
    const many = Array.from({ length: 51 }, (_, index) => `a${index}@example.com`);
    for (const body of [
      null,
      [],
      { emailId: "a" },
      { emailId: "a", variant: "default", to: "x" },
      { emailId: "a", variant: "default", to: many },
    ]) {
      expect((await send(preview, body)).error).toMatch(/^Cannot send: /);
    }
  });
});

describe("the inbox", () => {
  test("lists, shows and deletes what came, and tells each page", async () => {
    const preview = await openPreview({});
    const events = await preview.events();
    await sendParts(preview, { subject: "One" });
    await sendParts(preview, { subject: "Two", html: "<p>two</p>" });
    await events.next("received", ({ message }) => message.subject === "Two");
    const inbox = await preview.json<InboxList>("/api/inbox");
    expect(inbox.messages.map(({ subject }) => subject)).toEqual(["Two", "One"]);
    expect(inbox.smtpUrl).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/);
    const [two, one] = inbox.messages;

    const gone = await preview.request(`/api/inbox/${two?.id}`, {
      method: "DELETE",
      headers: changing,
    });
    expect(gone.status).toBe(200);
    expect((await events.next("removed")).ids).toEqual([two?.id]);
    expect((await preview.request(`/api/inbox/${two?.id}`)).status).toBe(404);

    await preview.request("/api/inbox", { method: "DELETE", headers: changing });
    expect((await events.next("removed")).ids).toEqual([one?.id]);
    expect((await preview.json<InboxList>("/api/inbox")).messages).toEqual([]);
  });

  test("gives the message as it came, to read and to keep", async () => {
    const preview = await openPreview({});
    await sendParts(preview, {
      subject: "Pay “now”: 10 €/month\u0000".slice(0, -1),
      html: "<p>hi</p>",
    });
    const [message] = (await preview.json<InboxList>("/api/inbox")).messages;
    const raw = await ask(preview.url, `/api/inbox/${message?.id}/raw`);
    expect(raw.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(raw.body).toMatch(/^Subject: =\?UTF-8\?/im);
    const file = await ask(preview.url, `/api/inbox/${message?.id}/message.eml`);
    expect(file.headers["content-type"]).toBe("message/rfc822");
    expect(file.headers["content-disposition"]).toBe(
      `attachment; filename="Pay now 10 month.eml"; filename*=UTF-8''Pay%20now%2010%20month.eml`,
    );
    expect(file.body).toBe(raw.body);
  });

  test("shows HTML without scripts, in no origin, with its inline pictures in place", async () => {
    const preview = await openPreview({});
    const png = Buffer.from("iVBORw0KGgo=", "base64");
    const { smtpUrl } = await preview.json<InboxList>("/api/inbox");
    // Our own sender refuses such a message; another client need not.
    const { port } = new URL(smtpUrl);
    const client = nodemailer.createTransport({
      port: Number(port),
      tls: { rejectUnauthorized: false },
    });
    await client.sendMail({
      ...{ from: "a@example.com", to: "ada@example.com", subject: "S" },
      html: `<!doctype html><p>cid:logo</p><img src="cid:logo"><img src='cid:none'><script>alert(1)</script><base href="http://evil.example/">`,
      attachments: [
        { filename: "logo.png", content: png, cid: "logo" },
        { filename: "../../etc/pass\u2028wd.html", content: "<script>alert(1)</script>" },
      ],
    });
    const [message] = (await preview.json<InboxList>("/api/inbox")).messages;
    const { headers, body } = await ask(preview.url, `/api/inbox/${message?.id}/html`);
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("sandbox");
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin/);
    expect(policy).toContain("script-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(body).toMatch(/^<!doctype html><base target="_blank">/i);
    const address = `/api/inbox/${message?.id}/pictures/0`;
    expect(body).toContain(`<img src="${address}"`);
    const picture = await ask(preview.url, address);
    expect(picture.headers).toMatchObject({
      ...{ "content-type": "image/png", "x-content-type-options": "nosniff" },
      "content-security-policy": expect.stringContaining("sandbox"),
    });
    const none = await ask(preview.url, `/api/inbox/${message?.id}/pictures/9`);
    expect(none.status).toBe(404);
    expect(body).toContain(`cid:none`);

    const detail = await preview.json<InboxMessage>(`/api/inbox/${message?.id}`);
    expect(detail.attachments.map(({ inline }) => inline)).toEqual([true, false]);
    expect(detail.attachmentCount).toBe(1);
    const file = await ask(preview.url, `/api/inbox/${message?.id}/attachments/1`);
    expect(file.headers["content-disposition"]).toMatch(
      /^attachment; filename="[\w. ()-]+"; filename\*=UTF-8''/,
    );
    expect(file.headers["content-security-policy"]).toBe("sandbox");
    expect((await ask(preview.url, `/api/inbox/${message?.id}/attachments/2`)).status).toBe(404);
    expect((await ask(preview.url, `/api/inbox/${message?.id}/attachments/x`)).status).toBe(404);
  });

  test("says what the real Postmark would not take, the gravest first, and hides the token", async () => {
    const preview = await openPreview({});
    const mail = await sendForeign(
      preview,
      { headers: { "X-Postmark-Server-Token": token, "X-PM-Streem": "a" } },
      { user: token, pass: "x" },
    );
    expect(mail.problem).toBe("exposed");
    expect(mail.problems[0]).toMatchObject({ code: "token-header", effect: "exposed" });
    expect(mail.problems.map(({ code }) => code)).toContain("login-password-x");
    expect(mail.headers).toContainEqual({
      name: expect.stringMatching(/^x-postmark-server-token$/i),
      value: "•••• (hidden)",
    });
    expect(JSON.stringify(mail)).not.toContain(token);
    const fine = await sendForeign(preview, { subject: "Fine" });
    expect(fine).toMatchObject({ problem: null, problems: [] });
  });

  test("says what became of a message for each recipient", async () => {
    const preview = await openPreview({});
    const bouncing = "hardbounce@bounce-testing.postmarkapp.com";
    const bounced = await sendForeign(preview, { to: ["ada@example.com", bouncing] });
    expect(bounced.recipients).toEqual([
      { address: "ada@example.com", outcome: "delivered", bounceType: null },
      { address: bouncing, outcome: "bounced", bounceType: "HardBounce" },
    ]);
    const { recipients } = await sendForeign(preview, { to: bouncing });
    expect(recipients[0]?.outcome).toBe("suppressed");
  });

  test("may be switched off", async () => {
    const preview = await openPreview({ "emails/a.tsx": emailShowing("A") }, { inbox: false });
    expect(await preview.html("a")).toContain("A for");
    const { error } = await preview.json("/api/inbox");
    expect(error).toBe("Cannot reach the inbox: it is switched off (inbox: false)");
  });

  test("keeps its port and its messages when Vite restarts", async () => {
    const preview = await openPreview({});
    await sendParts(preview, { subject: "Before" });
    const before = await preview.json<InboxList>("/api/inbox");
    await preview.server.restart();
    const after = await preview.json<InboxList>("/api/inbox");
    expect(after.smtpUrl).toBe(before.smtpUrl);
    expect(after.messages.map(({ subject }) => subject)).toEqual(["Before"]);
    await sendParts(preview, { subject: "After" });
    expect((await preview.json<InboxList>("/api/inbox")).messages).toHaveLength(2);
  });

  test("deletes several at once, and those that are gone already are no fault", async () => {
    const preview = await openPreview({});
    for (const subject of ["One", "Two", "Three"]) await sendParts(preview, { subject });
    const [three, , one] = (await preview.json<InboxList>("/api/inbox")).messages;
    const remove = (body: object) =>
      preview.request("/api/inbox/delete", {
        method: "POST",
        headers: { "x-letterpress": "1" },
        body: JSON.stringify(body),
      });
    const answer = await remove({ ids: [three?.id, one?.id, "never-came"] });
    expect(await answer.json()).toEqual({ deleted: 2 });
    const { messages } = await preview.json<InboxList>("/api/inbox");
    expect(messages.map(({ subject }) => subject)).toEqual(["Two"]);
    const refused = await remove({ ids: "all" });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("the body must be { ids: [id, …] }");
  });

  test("is the same in the next preview and for every page: mail, and what was read", async () => {
    const folder = mkdtempSync(join(tmpdir(), "letterpress-inbox-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const preview = await openPreview({}, { inboxFolder: folder });
    await sendParts(preview, { subject: "One" });
    await sendParts(preview, { subject: "Two" });
    const [two] = (await preview.json<InboxList>("/api/inbox")).messages;
    const events = await preview.events();
    const mark = (body: object) =>
      preview.request("/api/inbox/read", {
        method: "POST",
        headers: { "x-letterpress": "1" },
        body: JSON.stringify(body),
      });
    expect((await mark({ ids: [two?.id], read: true })).status).toBe(200);
    expect(await events.next("marked")).toMatchObject({ ids: [two?.id], read: true });
    expect((await mark({ ids: two?.id })).status).toBe(400);
    await preview.server.close();

    const next = await openPreview({}, { inboxFolder: folder });
    const { messages } = await next.json<InboxList>("/api/inbox");
    expect(messages.map(({ subject, isRead }) => [subject, isRead])).toEqual([
      ["Two", true],
      ["One", false],
    ]);
  });
});
