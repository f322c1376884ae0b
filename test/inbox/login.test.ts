import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { isDeliveryError } from "letterpress";
import type { InboxCredential, InboxProblem } from "letterpress/inbox";
import { describe, expect, onTestFinished, test } from "vitest";
import { createPostmarkTransport } from "../../src/transport/postmark-transport.ts";
import { openInbox } from "./open-inbox.ts";
import { logIn, sendRaw } from "./send-raw.ts";
import { openSmtpSession } from "./smtp-session.ts";

const run = promisify(execFile);

const token = "8d0a2f6e-1b2c-4d3e-9f40-5a6b7c8d9e0f";
const other = "11111111-2222-4333-8444-555555555555";
const accessKey = "PM-T-outbound-abc";
const credentials: readonly InboxCredential[] = [
  { serverToken: token },
  { accessKey, secretKey: "secret-key", stream: "receipts" },
];

const refused: readonly [name: string, user: string, password: string, code: string][] = [
  ["the letter x as password", token, "x", "login-password-x"],
  ["a stray space", `${token} `, `${token} `, "login-whitespace"],
  ["no password", token, "", "login-no-password"],
  ["another token as password", token, other, "login-password-differs"],
  ["an e-mail address", "me@example.com", "hunter2", "login-email"],
  ["the access key twice", accessKey, accessKey, "login-secret-missing"],
];

describe("lenient mode", () => {
  test.each(refused)("takes %s and marks it", async (_name, user, password, code) => {
    const inbox = await openInbox();
    const { problems } = await sendRaw(inbox, { login: [user, password] });
    expect(problems).toMatchObject([{ code, effect: "refused" }]);
  });

  test.each([
    ["a server token in both fields", token, token],
    ["an access key and a secret key", accessKey, "anything"],
  ])("takes %s without a mark", async (_name, user, password) => {
    const inbox = await openInbox();
    const { problems } = await sendRaw(inbox, { login: [user, password] });
    expect(problems).toEqual([]);
  });

  test("takes no login at all without a mark", async () => {
    expect((await sendRaw(await openInbox())).problems).toEqual([]);
  });

  test("marks a pair that looks like nothing of Postmark's as a guess", async () => {
    const { problems } = await sendRaw(await openInbox(), { login: ["user", "password"] });
    expect(problems).toMatchObject([{ code: "login-unknown", effect: "unsure" }]);
  });

  test("marks a well-formed pair that is not among the credentials", async () => {
    const inbox = await openInbox({ credentials });
    const unknown = await sendRaw(inbox, { login: [other, other] });
    expect(unknown.problems).toMatchObject([{ code: "login-unknown", effect: "refused" }]);
    expect((await sendRaw(inbox, { login: [token, token] })).problems).toEqual([]);
  });
});

describe("strict mode", () => {
  test.each([...refused, ["an unknown token", other, other, "login-unknown"] as const])(
    "answers 535 to %s and says why in its log",
    async (_name, user, password, code) => {
      const problems: InboxProblem[] = [];
      const inbox = await openInbox({
        mode: "strict",
        credentials,
        onRefusedLogin: (problem) => problems.push(problem),
      });
      const session = await openSmtpSession(inbox.port);
      await session.say("EHLO client.test");
      expect(await logIn(session, user, password)).toBe("535 5.7.8 Error: authentication failed");
      expect(problems).toMatchObject([{ code }]);
      expect(inbox.sessions()[0]?.refusedLogin).toBe(problems[0]);
      const told = JSON.stringify([problems, inbox.sessions()]);
      for (const secret of [token, other, accessKey, "hunter2"]) {
        expect(told).not.toContain(secret);
        expect(told).not.toContain(Buffer.from(secret).toString("base64").slice(0, -4));
      }
    },
  );

  test("asks for a login before MAIL", async () => {
    const inbox = await openInbox({ mode: "strict", credentials });
    const session = await openSmtpSession(inbox.port);
    await session.say("EHLO client.test");
    expect(await session.say("MAIL FROM:<shop@example.com>")).toMatch(/^530 /);
  });

  test("takes the configured pairs; an SMTP token belongs to its stream", async () => {
    const inbox = await openInbox({ mode: "strict", credentials });
    const byToken = await sendRaw(inbox, { login: [token, token] });
    const byKey = await sendRaw(inbox, { login: [accessKey, "secret-key"] });
    const contradicting = await sendRaw(inbox, {
      login: [accessKey, "secret-key"],
      headers: ["X-PM-Message-Stream: outbound"],
    });
    expect([byToken, byKey, contradicting].map(({ stream }) => stream)).toEqual([
      "outbound",
      "receipts",
      "receipts",
    ]);
    expect(contradicting.problems).toMatchObject([{ code: "stream-differs", effect: "unsure" }]);
  });

  test("lets its own transport in, and gives the real one the error of a wrong token", async () => {
    const inbox = await openInbox({ mode: "strict", credentials });
    const own = inbox.transport();
    onTestFinished(() => own.close());
    await own.verify();
    const wrong = createPostmarkTransport({
      serverToken: other,
      host: "127.0.0.1",
      port: inbox.port,
    });
    onTestFinished(() => wrong.close());
    const error = await wrong.verify().catch((reason: unknown) => reason);
    expect(isDeliveryError(error) && error).toMatchObject({ kind: "credentials", smtpCode: 535 });
  });
});

/** The program that tutorials show, but for the address of the server. */
const tutorial = `
import smtplib, sys
from email.mime.text import MIMEText
token = "${token}"
message = MIMEText("Hello")
message["Subject"] = "Tutorial"
message["From"] = "shop@example.com"
message["To"] = "ada@example.com"
message["X-Postmark-Server-Token"] = token
server = smtplib.SMTP("127.0.0.1", int(sys.argv[1]))
server.ehlo()
server.starttls()
server.ehlo()
server.login(token, "x")
server.sendmail("shop@example.com", ["ada@example.com"], message.as_string())
server.quit()
`;

describe("the tutorial's program", () => {
  test("delivers in lenient mode, with what is wrong about it shown", async () => {
    const inbox = await openInbox();
    await run("python3", ["-c", tutorial, String(inbox.port)]);
    const [message] = inbox.list();
    expect(message?.subject).toBe("Tutorial");
    expect(message?.problems.map(({ code, effect }) => [code, effect])).toEqual([
      ["login-password-x", "refused"],
      ["token-header", "exposed"],
    ]);
  });

  test("is refused in strict mode", async () => {
    const inbox = await openInbox({ mode: "strict", credentials });
    await expect(run("python3", ["-c", tutorial, String(inbox.port)])).rejects.toThrow(
      /SMTPAuthenticationError.*535/,
    );
    expect(inbox.list()).toEqual([]);
    expect(inbox.sessions()[0]?.refusedLogin?.code).toBe("login-password-x");
  });
});
