import { createInbox } from "letterpress/inbox";
import nodemailer from "nodemailer";
import { describe, expect, onTestFinished, test } from "vitest";
import type { InboxList, SendResult } from "../../../preview/protocol/index.ts";
import { toReleased } from "../../../preview/server/send/released-bytes.ts";
import { openPreview, type TestPreview } from "./open-preview.ts";
import { emailShowing } from "./test-project.ts";

const token = "0f5c1c0e-2d5f-4b6a-9c0e-7a1b2c3d4e5f";

const raw = [
  "From: Shop <shop@shop.example>",
  "To: Ada <ada@example.com>",
  "Bcc: boss@shop.example,",
  " auditor@shop.example",
  "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=",
  "Message-ID: <own@shop.example>",
  "X-Letterpress-Mailbox: orders",
  "X-Postmark-Server-Token: 11111111-2d5f-4b6a-9c0e-7a1b2c3d4e5f",
  "X-Own: kept,",
  " folded as it was",
  "",
  "Bcc: no header any more",
  ".a line that begins with a dot",
  "",
].join("\r\n");

/** A preview with one message in its inbox, that another program sent to Ada. */
async function openWithMessage(environment: string) {
  const preview = await openPreview({ ".env": environment, "emails/a.tsx": emailShowing("A") });
  const { smtpUrl } = await preview.json<InboxList>("/api/inbox");
  const client = nodemailer.createTransport({
    port: Number(new URL(smtpUrl).port),
    tls: { rejectUnauthorized: false },
  });
  const envelope = { from: "bounces@shop.example", to: ["ada@example.com"] };
  await client.sendMail({ raw, envelope });
  const { messages } = await preview.json<InboxList>("/api/inbox");
  return { preview, id: messages[0]?.id ?? "" };
}

/** One beside a server that takes mail for real people. */
async function openBeside() {
  const real = await createInbox({ port: 0, credentials: [{ serverToken: token }] });
  onTestFinished(() => real.close());
  const { host } = new URL(real.smtpUrl);
  return { real, host, ...(await openWithMessage(`MAIL_URL=smtp://${token}:${token}@${host}\n`)) };
}

function release(preview: TestPreview, id: string, body: object) {
  return preview.json<SendResult & { error?: string }>(`/api/inbox/${id}/release`, {
    method: "POST",
    headers: { "x-letterpress": "1", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

describe("a message of the inbox", () => {
  test("is released as it arrived, to others than it came for, without what must stay at home", async () => {
    const { preview, real, host, id } = await openBeside();
    const to = ["Grace <grace@real.example>", "grace@real.example", "alan@real.example"];
    const result = await release(preview, id, { target: "server", to });
    expect(result).toMatchObject({
      ...{ status: "sent", messageId: "<own@shop.example>", inboxId: null },
      accepted: ["grace@real.example", "alan@real.example"],
      target: { kind: "server", address: host },
    });
    const [arrived] = real.list();
    expect(arrived?.envelope).toEqual({
      from: "bounces@shop.example",
      to: ["grace@real.example", "alan@real.example"],
    });
    const lines = raw.split("\r\n");
    const expected = [...lines.slice(0, 2), ...lines.slice(4, 6), ...lines.slice(8)].join("\r\n");
    expect(Buffer.from(arrived?.raw ?? []).toString()).toBe(expected);
    expect(real.list()).toHaveLength(1);
  });

  test("is released nowhere but where the page confirmed, and to addresses only", async () => {
    const { preview, real, id } = await openBeside();
    const to = ["grace@real.example"];
    expect(await release(preview, id, { target: "postmark", to })).toMatchObject({
      ...{ status: "failed", delivery: null },
      message: "Cannot release: postmark is not what the environment names; reload",
    });
    expect(await release(preview, id, { target: "inbox", to })).toMatchObject({ status: "failed" });
    expect(await release(preview, id, { target: "server", to: ["no address"] })).toMatchObject({
      ...{ status: "failed", message: expect.stringContaining(`"no address"`) },
    });
    for (const body of [{ target: "server", to: [] }, { to }, { target: "moon", to }]) {
      expect((await release(preview, id, body)).error).toMatch(/^Cannot release: the body must/);
    }
    const many = Array.from({ length: 51 }, (_, index) => `a${index}@real.example`);
    expect((await release(preview, id, { target: "server", to: many })).error).toMatch(/51/);
    expect((await release(preview, "gone", { target: "server", to })).error).toMatch(/not there/);
    expect(real.list()).toHaveLength(0);
  });

  test("is not released without a real server, and the missing setting is named", async () => {
    const { preview, id } = await openWithMessage("");
    const result = await release(preview, id, { target: "server", to: ["grace@real.example"] });
    expect(result).toMatchObject({
      status: "failed",
      message: expect.stringMatching(
        /^Cannot release: there is no real server; .*POSTMARK_SERVER_TOKEN/,
      ),
    });
  });

  test("that the real server refuses shows how far it came, and no secret", async () => {
    const { preview, id } = await openBeside();
    const result = await release(preview, id, { target: "server", to: ["rcpt-550@fault.test"] });
    expect(result).toMatchObject({
      status: "failed",
      delivery: { stage: "rcpt", outcome: "not-sent" },
    });
    expect(JSON.stringify(result)).not.toContain(token);
  });
});

describe("what leaves", () => {
  const released = (text: string) => toReleased(Buffer.from(text, "latin1")).toString("latin1");

  test("is the same octets, whatever they are", () => {
    const text = "Subject: S\r\nX: \xff\r\n\r\n\x00\xe9\xff\r\n";
    expect(released(text)).toBe(text);
  });

  test("ends no line by half, so that nothing in it ends the message", () => {
    expect(released("Subject: S\n\na\n.\nMAIL FROM:<x>\rb")).toBe(
      "Subject: S\r\n\r\na\r\n.\r\nMAIL FROM:<x>\r\nb\r\n",
    );
    expect(() => released(".\r\nMAIL FROM:<x>\r\n")).toThrow("begins with no header");
    expect(() => released("Bcc: a@b.example\r\n.\r\nX")).toThrow("begins with no header");
  });

  test("has no secret field, at the end of a message without a body either", () => {
    expect(released("Subject: S\r\nbcc : a@b.example\r\n\tc@d.example")).toBe("Subject: S\r\n");
    expect(released("\r\nBcc: a@b.example\r\n")).toBe("\r\nBcc: a@b.example\r\n");
  });
});
