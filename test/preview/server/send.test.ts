import { createInbox } from "letterpress/inbox";
import { describe, expect, onTestFinished, test } from "vitest";
import type { InboxMessage, Project, SendResult } from "../../../preview/protocol/index.ts";
import { readRealServer } from "../../../preview/server/send/real-server.ts";
import { openPreview, type TestPreview } from "./open-preview.ts";
import { emailShowing } from "./test-project.ts";

const token = "0f5c1c0e-2d5f-4b6a-9c0e-7a1b2c3d4e5f";
const inboxUrl = "smtp://127.0.0.1:2525";

describe("the real server", () => {
  test("is Postmark when a token is set, and the token shows nowhere", () => {
    const server = readRealServer({ POSTMARK_SERVER_TOKEN: token }, inboxUrl);
    expect(server.target).toEqual({
      kind: "postmark",
      address: "smtp.postmarkapp.com:587",
      to: "",
    });
    expect(server.problem).toBeNull();
    expect(JSON.stringify(server)).not.toContain(token);
  });

  test("is the broadcast host for the broadcast stream, and another one by its URL", () => {
    const env = { POSTMARK_SERVER_TOKEN: token, POSTMARK_MESSAGE_STREAM: "broadcast" };
    const broadcast = readRealServer(env, inboxUrl);
    expect(broadcast.target?.address).toBe("smtp-broadcasts.postmarkapp.com:587");
    const other = readRealServer({ MAIL_URL: "smtp://u:pass@mail.example.com:2500" }, inboxUrl);
    expect(other.target).toMatchObject({ kind: "server", address: "mail.example.com:2500" });
  });

  test.each([
    [{}, /POSTMARK_SERVER_TOKEN is not set; set it/],
    [{ MAIL_URL: inboxUrl }, /MAIL_URL names the local inbox/],
    [{ MAIL_URL: "smtp://localhost:2525" }, /MAIL_URL names the local inbox/],
    [{ MAIL_URL: "smtp://a:b@x", POSTMARK_SERVER_TOKEN: token }, /are both set/],
    [{ MAIL_URL: "smtps://mail.example.com" }, /^MAIL_URL begins with smtps/],
    [{ POSTMARK_SERVER_TOKEN: token, MAIL_FROM: "nobody" }, /^MAIL_FROM/],
  ])("%o names none, and the reason is told", (env, problem) => {
    const server = readRealServer(env, inboxUrl);
    expect(server.target).toBeNull();
    expect(server.problem).toMatch(problem);
    expect(server.problem).not.toContain(token);
    expect(() => server.open(() => undefined)).toThrow("Cannot send to a real server");
  });
});

/** A stand-in for Postmark with its rules, and a preview whose environment names it. */
async function openBeside(password = token) {
  const postmark = await createInbox({
    ...{ port: 0, mode: "strict", credentials: [{ serverToken: token }] },
  });
  onTestFinished(() => postmark.close());
  const { port } = new URL(postmark.smtpUrl);
  const preview = await openPreview({
    ".env": `MAIL_URL=smtp://${token}:${password}@127.0.0.1:${port}\nMAIL_FROM=shop@shop.example\nPOSTMARK_MESSAGE_STREAM=receipts\n`,
    "emails/a.tsx": emailShowing("A"),
  });
  return { postmark, preview, address: `127.0.0.1:${port}` };
}

function send(preview: TestPreview, body: object): Promise<SendResult & { error?: string }> {
  return preview.json("/api/send", {
    method: "POST",
    headers: { "x-letterpress": "1", "content-type": "application/json" },
    body: JSON.stringify({ emailId: "a", variant: "default", to: ["ada@example.com"], ...body }),
  });
}

describe("Send to a real server", () => {
  test("happens only when it is named, from the address of MAIL_FROM", async () => {
    const { postmark, preview, address } = await openBeside();
    const project = await preview.json<Project>("/api/project");
    expect(project.realServer).toEqual({ kind: "server", address, to: "" });
    expect(JSON.stringify(project)).not.toContain(token);
    // What the page shows beside the subject is what is sent.
    const { result } = await preview.view("a");
    expect(result).toMatchObject({ status: "rendered", from: "shop@shop.example" });

    const local = await send(preview, {});
    expect(local).toMatchObject({ status: "sent", target: { kind: "inbox" } });
    expect(postmark.list()).toHaveLength(0);

    const real = await send(preview, { target: "server", props: `{"name":"Grace"}` });
    expect(real).toMatchObject({ status: "sent", target: { address }, inboxId: null });
    const [arrived] = postmark.list();
    expect(arrived?.from?.address).toBe("shop@shop.example");
    expect(arrived?.subject).toBe("Hello Grace");
    expect(arrived?.stream).toBe("receipts");
  });

  test("is refused when the environment names another than the page confirmed", async () => {
    const { postmark, preview } = await openBeside();
    expect(await send(preview, { target: "postmark" })).toMatchObject({
      status: "failed",
      message: "Cannot send: postmark is not what the environment names; reload",
    });
    expect((await send(preview, { target: "moon" })).error).toMatch(/^Cannot send: the body must/);
    expect(postmark.list()).toHaveLength(0);
  });

  test("that is refused shows how far it came and what was said, without a secret", async () => {
    const { preview } = await openBeside("0a0a0a0a-wrong-password");
    const result = await send(preview, { target: "server" });
    expect(result).toMatchObject({
      status: "failed",
      code: "ERR_DELIVERY",
      delivery: { stage: "auth", outcome: "not-sent" },
    });
    const said = result.status === "failed" ? result.conversation : [];
    expect(said.map(({ text }) => text)).toContain("AUTH PLAIN ••••");
    expect(said.at(-1)?.text).toMatch(/^535 /);
    expect(JSON.stringify(result)).not.toContain(token);
  });
});

test("a recipient that the inbox refuses is told with the server's words", async () => {
  const preview = await openPreview({ "emails/a.tsx": emailShowing("A") });
  const refused = await send(preview, { to: ["rcpt-550@fault.test"] });
  expect(refused).toMatchObject({ status: "failed", delivery: { stage: "rcpt" } });
  const partly = await send(preview, {
    to: ["ada@example.com", "rcpt-550@fault.test"],
  });
  expect(partly).toMatchObject({ status: "sent", accepted: ["ada@example.com"] });
  if (partly.status === "sent") expect(partly.rejected[0]?.response).toMatch(/^550/);
  const message = await preview.json<InboxMessage>(
    `/api/inbox/${partly.status === "sent" ? partly.inboxId : ""}`,
  );
  expect(message.subject).toBe("Hello Ada");
});
