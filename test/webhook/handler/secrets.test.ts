import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createWebhookHandler, type WebhookProblem } from "letterpress/webhook";
import { expect, onTestFinished, test } from "vitest";
import { basic, credential, delivery, makeRequest, options } from "./post.ts";

const others = { user: "stranger", password: "a secret of a stranger" };
const headerSecret = { header: "x-shop-secret", value: "4711-0815-secret" };

test("no secret stands in an answer, in a problem or in a warning", async () => {
  const said: string[] = [];
  const listen = (warning: Error) => said.push(String(warning), warning.stack ?? "");
  process.on("warning", listen);
  onTestFinished(() => void process.off("warning", listen));
  const credentials = [credential, headerSecret];
  const problems: WebhookProblem[] = [];
  const fails = () => {
    throw new Error("boom");
  };
  const handlers = [
    createWebhookHandler(options({ credentials, onEvent: fails })),
    createWebhookHandler(
      options({ credentials, onEvent: fails, onProblem: (p) => problems.push(p) }),
    ),
  ];
  const headers = { authorization: basic(others), "x-shop-secret": others.password };
  for (const handler of handlers) {
    for (const request of [
      ...[makeRequest(delivery, { headers }), makeRequest("{", {}), makeRequest(delivery, {})],
      makeRequest(undefined, { method: "GET", headers }),
    ]) {
      const answer = await handler(request);
      said.push(await answer.text(), JSON.stringify([...answer.headers]));
    }
  }
  await new Promise((resolve) => setImmediate(resolve));
  said.push(JSON.stringify(problems));
  expect(problems.map(({ code }) => code)).toEqual([
    ...["credentials", "malformed", "handler-failed", "method"],
  ]);
  const all = said.join("\n");
  expect(all).toContain("'onEvent' threw");
  // What the app's own code said goes to its log, and to nobody who asks.
  expect(all).toContain("(Error: boom)");
  for (const secret of [
    ...[credential.password, headerSecret.value, others.password, "ada@example.com"],
    ...[basic(), basic(others)].map((header) => header.replace("Basic ", "")),
  ]) {
    expect(all).not.toContain(secret);
  }
});

test("the error of a wrong option does not repeat the secret", () => {
  const value = "wörd-of-secret";
  const make = () => createWebhookHandler(options({ credentials: { header: "x-a", value } }));
  expect(make).toThrow(TypeError);
  expect(make).not.toThrow(value);
});

test("secrets are compared by digests of one length, in constant time, all of them each time", () => {
  // A timing that a test could measure depends on the machine: what is checked is how it is done.
  const file = resolve(import.meta.dirname, "../../../src/webhook/handler/check-credentials.ts");
  const code = readFileSync(file, "utf8");
  expect(code).toContain(timingSafeEqual.name);
  expect(code).toContain(createHmac.name);
  const loop =
    /for \(const \{ present, digest \} of known\) \{[\s\S]*?\n {4}\}/.exec(code)?.[0] ?? "";
  expect(loop).toContain("timingSafeEqual(");
  expect(loop).not.toMatch(/return|break|continue|&&|\? /);
});
