import { createSenderFromEnv } from "letterpress";
import { describe, expect, test } from "vitest";

const token = "0f3a9c1e-5b7d-4c2a-9e8f-1a2b3c4d5e6f";

describe("createSenderFromEnv() takes", () => {
  test.each([
    [{ POSTMARK_SERVER_TOKEN: token }],
    [{ POSTMARK_SERVER_TOKEN: `  ${token}\n` }],
    [{ POSTMARK_SMTP_ACCESS_KEY: "PM-T-outbound-a", POSTMARK_SMTP_SECRET_KEY: "secret" }],
    [{ MAIL_URL: "smtp://127.0.0.1:2525" }],
    [{ MAIL_URL: " smtp://localhost:2525 ", POSTMARK_SERVER_TOKEN: " " }],
    [{ POSTMARK_SERVER_TOKEN: token, POSTMARK_MESSAGE_STREAM: "broadcast" }],
  ])("%j", async (env) => {
    const sender = createSenderFromEnv(env);
    await sender.close();
  });

  test("its defaults from the environment, once, and from the overrides first", async () => {
    const env: Record<string, string> = {
      MAIL_URL: "smtp://127.0.0.1:2525",
      MAIL_FROM: " Shop <orders@shop.example> ",
      POSTMARK_MESSAGE_STREAM: " receipts ",
    };
    const plain = createSenderFromEnv(env);
    const overridden = createSenderFromEnv(env, { from: "other@shop.example", stream: undefined });
    env.MAIL_FROM = "changed@shop.example";
    const parts = { subject: "Hi", text: "Hi", to: "ada@example.com" };
    expect(await plain.prepare(parts)).toMatchObject({
      from: { name: "Shop", address: "orders@shop.example" },
      stream: "receipts",
    });
    expect(await overridden.prepare(parts)).toMatchObject({
      from: { address: "other@shop.example" },
      stream: "receipts",
    });
    await Promise.all([plain.close(), overridden.close()]);
  });
});

describe("createSenderFromEnv() tells what no shell has taken off or put in", () => {
  const quoted = /POSTMARK_SERVER_TOKEN stands in quotes.*take the quotes off/;
  test.each([
    [{ POSTMARK_SERVER_TOKEN: `"${token}"` }, quoted],
    [{ POSTMARK_SERVER_TOKEN: `'${token}'\r\n` }, quoted],
    [{ POSTMARK_SERVER_TOKEN: `“${token}”` }, quoted],
    [{ POSTMARK_SERVER_TOKEN: `"${token}` }, quoted],
    [{ POSTMARK_SERVER_TOKEN: `POSTMARK_SERVER_TOKEN=${token}` }, /repeats its own name/],
    [{ POSTMARK_SERVER_TOKEN: ["$", "{POSTMARK_TOKEN}"].join("") }, /placeholder/],
    [{ POSTMARK_SERVER_TOKEN: "$POSTMARK_TOKEN" }, /placeholder/],
    [{ POSTMARK_SERVER_TOKEN: "undefined" }, /is the word 'undefined'/],
    [{ POSTMARK_SERVER_TOKEN: "your-server-token" }, /placeholder/],
    [{ "\ufeffPOSTMARK_SERVER_TOKEN": token }, /is set as "\\ufeffPOSTMARK_SERVER_TOKEN"/],
    [{ POSTMARK_SERVER_TOKEN: `${token} # live` }, /POSTMARK_SERVER_TOKEN holds white space/],
    [{ POSTMARK_SERVER_TOKEN: `${token}\u200b` }, /POSTMARK_SERVER_TOKEN .* invisible/],
    [
      { "export POSTMARK_SERVER_TOKEN": token },
      /POSTMARK_SERVER_TOKEN is set as "export POSTMARK_SERVER_TOKEN"/,
    ],
    [
      { POSTMARK_SMTP_ACCESS_KEY: '"PM-T-a"', POSTMARK_SMTP_SECRET_KEY: "'secret-1'" },
      /ACCESS_KEY stands in quotes[\s\S]*SECRET_KEY stands in quotes/,
    ],
    [{ MAIL_URL: '"smtp://127.0.0.1:2525"' }, /MAIL_URL stands in quotes/],
    [
      { POSTMARK_SERVER_TOKEN: token, MAIL_FROM: '"Shop <orders@shop.example>"' },
      /MAIL_FROM stands in quotes/,
    ],
    [
      { POSTMARK_SERVER_TOKEN: token, MAIL_FROM: '"Shop <orders@shop.example>' },
      /MAIL_FROM has a quote that is opened/,
    ],
    [
      { POSTMARK_SERVER_TOKEN: token, POSTMARK_MESSAGE_STREAM: "'outbound'" },
      /POSTMARK_MESSAGE_STREAM stands in quotes/,
    ],
    [
      { MAIL_URL: "smtp://user:p#ss@mail.example:25" },
      /MAIL_URL has a user name or password that holds #.*write # as %23/,
    ],
  ])("%j", (env, problem) => {
    expect(() => createSenderFromEnv(env)).toThrow(problem);
    expect(() => createSenderFromEnv(env)).not.toThrow(/is not set|0f3a9c1e|p#ss|secret-1/);
  });

  test("and leaves quotes alone that belong to a name", async () => {
    const env = { MAIL_URL: "smtp://127.0.0.1:25", MAIL_FROM: '"Shop, the" <orders@shop.example>' };
    const sender = createSenderFromEnv(env);
    const message = await sender.prepare({ to: "ada@example.com", subject: "Hi", text: "Hi" });
    expect(message.from.name).toBe("Shop, the");
    await sender.close();
  });
});

describe("createSenderFromEnv() refuses, naming variable and remedy,", () => {
  const start = "Cannot create a sender from the environment: ";
  test.each([
    [
      "nothing",
      {},
      "POSTMARK_SERVER_TOKEN is not set; set it to the server's API token, or POSTMARK_SMTP_ACCESS_KEY and POSTMARK_SMTP_SECRET_KEY to an SMTP token, or MAIL_URL to smtp://127.0.0.1:2525 for a local inbox",
    ],
    [
      "half an SMTP token",
      { POSTMARK_SMTP_ACCESS_KEY: "a" },
      "POSTMARK_SMTP_SECRET_KEY is not set, but POSTMARK_SMTP_ACCESS_KEY is; an SMTP token needs both",
    ],
    [
      "the other half",
      { POSTMARK_SMTP_SECRET_KEY: "a" },
      "POSTMARK_SMTP_ACCESS_KEY is not set, but POSTMARK_SMTP_SECRET_KEY is; an SMTP token needs both",
    ],
    [
      "two ways",
      { MAIL_URL: "smtp://127.0.0.1:1", POSTMARK_SERVER_TOKEN: token },
      "MAIL_URL and POSTMARK_SERVER_TOKEN are both set, and mail can go one way only; unset the others",
    ],
    [
      "two tokens",
      {
        POSTMARK_SERVER_TOKEN: token,
        POSTMARK_SMTP_ACCESS_KEY: "a",
        POSTMARK_SMTP_SECRET_KEY: "b",
      },
      "POSTMARK_SERVER_TOKEN and POSTMARK_SMTP_ACCESS_KEY are both set, and mail can go one way only; unset the others",
    ],
    [
      "a token with white space",
      { POSTMARK_SERVER_TOKEN: "a b" },
      "POSTMARK_SERVER_TOKEN holds white space inside; give a Postmark server's API token as it is shown",
    ],
    [
      "the HTTP interface's test token",
      { POSTMARK_SERVER_TOKEN: "POSTMARK_API_TEST" },
      "POSTMARK_SERVER_TOKEN is POSTMARK_API_TEST, which Postmark documents for its HTTP interface only; to try things out set MAIL_URL to a local inbox instead",
    ],
    ["no URL", { MAIL_URL: "127.0.0.1:2525" }, "MAIL_URL must "],
    [
      "a URL of another kind",
      { MAIL_URL: "https://127.0.0.1" },
      "MAIL_URL must look like smtp://host:port",
    ],
    [
      "port 465",
      { MAIL_URL: "smtp://127.0.0.1:465" },
      "MAIL_URL names port 465, TLS from the first byte",
    ],
    [
      "a malformed sender",
      { POSTMARK_SERVER_TOKEN: token, MAIL_FROM: "shop" },
      "MAIL_FROM has no '@'; write name@example.com",
    ],
    [
      "two senders",
      { POSTMARK_SERVER_TOKEN: token, MAIL_FROM: "a@b.example, c@d.example" },
      "MAIL_FROM holds ',' or ';'",
    ],
    [
      "a malformed stream",
      { POSTMARK_SERVER_TOKEN: token, POSTMARK_MESSAGE_STREAM: "No" },
      "POSTMARK_MESSAGE_STREAM is not a stream id",
    ],
  ])("%s", (_case, env, message) => {
    const create = () => createSenderFromEnv(env);
    expect(create).toThrowError(TypeError);
    expect(create).toThrowError(start + message);
  });

  test("everything at once", () => {
    const env = { MAIL_FROM: "shop", POSTMARK_MESSAGE_STREAM: "No", MAIL_URL: "nowhere" };
    expect(() => createSenderFromEnv(env)).toThrowError(
      /POSTMARK_MESSAGE_STREAM .*\n {2}- MAIL_FROM .*\n {2}- MAIL_URL /,
    );
  });

  test("and never shows a value", () => {
    const env = {
      POSTMARK_SERVER_TOKEN: "s3cret with space",
      MAIL_FROM: "s3cret",
      POSTMARK_MESSAGE_STREAM: "S3cret",
    };
    expect(() => createSenderFromEnv(env)).toThrowError(/^((?!s3cret).)*$/is);
    const url = { MAIL_URL: "smtp://user:s3cret@127.0.0.1:465" };
    expect(() => createSenderFromEnv(url)).toThrowError(/^((?!s3cret).)*$/is);
  });
});
