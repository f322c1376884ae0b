import { expect, test } from "vitest";
import { complaints, examine } from "./examine.ts";

const token = "5e9b8d2c-0000-4000-8000-000000000001";
const host = "smtp.postmarkapp.com";
const right = { SMTP_HOST: host, SMTP_PORT: "587", SMTP_USER: token, SMTP_PASS: token };

test.each<[string, Record<string, string>]>([
  ["the documented login", right],
  ["an SMTP token", { ...right, SMTP_USER: "PM-T-outbound-abc", SMTP_PASS: "its-secret-key" }],
  [
    "a server of another kind",
    {
      SMTP_HOST: "mail.example",
      SMTP_PORT: "465",
      SMTP_SECURE: "true",
      SMTP_USER: "a@b.example",
      SMTP_PASS: "x",
    },
  ],
  [
    "headers as Postmark has them",
    {
      MAIL_HEADERS:
        "X-PM-Tag: a, X-PM-TrackOpens: true, X-PM-Metadata-order: 1, X-PM-Message-Stream: outbound",
    },
  ],
  [
    "a broadcast stream at its host",
    { ...right, SMTP_HOST: "smtp-broadcasts.postmarkapp.com", SMTP_STREAM: "broadcast" },
  ],
])("%s is right", async (_, env) => {
  expect(complaints(await examine(undefined, { env }))).toEqual([]);
});

test.each<[string, Record<string, string>, string, RegExp]>([
  [
    "port 465",
    { ...right, SMTP_PORT: "465", SMTP_SECURE: "true" },
    "port-465 SMTP_* error",
    /587, 2525 or 25/,
  ],
  [
    "TLS from the first byte",
    { ...right, SMTP_SECURE: "true" },
    "implicit-tls SMTP_* error",
    /requireTLS/,
  ],
  [
    "Laravel's ssl",
    { MAIL_HOST: host, MAIL_ENCRYPTION: "ssl" },
    "implicit-tls MAIL_* error",
    /STARTTLS/,
  ],
  [
    "465 in an address",
    { EMAIL_SERVER: `smtp://${token}:${token}@${host}:465` },
    "port-465 EMAIL_SERVER error",
    /465/,
  ],
  [
    "smtps in an address",
    { EMAIL_SERVER: `smtps://${token}:${token}@${host}` },
    "implicit-tls EMAIL_SERVER error",
    /first byte/,
  ],
  ["the letter x", { ...right, SMTP_PASS: "x" }, "password-x SMTP_* error", /server token/],
  [
    "the letter x, in Django's names",
    { EMAIL_HOST: host, EMAIL_HOST_USER: token, EMAIL_HOST_PASSWORD: "x" },
    "password-x EMAIL_* error",
    /"x"/,
  ],
  [
    "another password",
    { ...right, SMTP_PASS: "something-else" },
    "password-differs SMTP_* error",
    /same token/,
  ],
  [
    "the login of the pages",
    { ...right, SMTP_USER: "me@shop.example", SMTP_PASS: "pass word".replace(" ", "") },
    "page-login SMTP_* error",
    /server token/,
  ],
  [
    "white space in a token",
    { ...right, SMTP_USER: `${token} `, SMTP_PASS: `${token} ` },
    "stray-space SMTP_* error",
    /white space/,
  ],
  [
    "white space around a token",
    { POSTMARK_SERVER_TOKEN: `${token}\n` },
    "stray-space POSTMARK_SERVER_TOKEN warning",
    /white space/,
  ],
  [
    "an account token",
    { POSTMARK_SERVER_TOKEN: token, POSTMARK_ACCOUNT_TOKEN: token },
    "account-token POSTMARK_SERVER_TOKEN error",
    /cannot send/,
  ],
  [
    "a broadcast stream at the other host",
    { ...right, SMTP_MESSAGE_STREAM: "broadcasts" },
    "stream-host SMTP_* error",
    /smtp-broadcasts/,
  ],
  [
    "a transactional stream at the other host",
    { ...right, SMTP_HOST: "smtp-broadcasts.postmarkapp.com", SMTP_STREAM: "outbound" },
    "stream-host SMTP_* error",
    /smtp\.postmarkapp/,
  ],
  [
    "a token among headers",
    { MAIL_HEADERS: `{"X-Postmark-Server-Token":"${token}"}` },
    "token-header MAIL_HEADERS error",
    /every recipient/,
  ],
  [
    "a header with a hyphen too many",
    { MAIL_HEADERS: "X-PM-Track-Opens: true" },
    "header X-PM-Track-Opens MAIL_HEADERS error",
    /X-PM-TrackOpens/,
  ],
  [
    "a header with one too few",
    { MAIL_HEADERS: "X-PM-MessageStream: news" },
    "header X-PM-MessageStream MAIL_HEADERS error",
    /X-PM-Message-Stream/,
  ],
  [
    "nodemailer's service",
    { SMTP_SERVICE: "Postmark", SMTP_USER: token, SMTP_PASS: token },
    "optional-tls SMTP_* warning",
    /requireTLS/,
  ],
])("%s", async (_, env, complaint, words) => {
  const report = await examine(undefined, { env });
  expect(complaints(report)).toEqual([complaint]);
  const { message, fix } = report.results.find(({ status }) => status !== "ok") ?? {};
  expect(`${message} ${fix}`).toMatch(words);
  expect(JSON.stringify(report)).not.toContain(token);
});
