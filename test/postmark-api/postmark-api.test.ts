import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createPostmarkApi, isPostmarkApiError } from "letterpress/webhook";
import { describe, expect, onTestFinished, test } from "vitest";

const serverToken = "3f2b8c1e-0000-4000-8000-secret000000";

async function open(answer: RequestListener, given: { timeoutMs?: number } = {}) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return createPostmarkApi({ serverToken, baseUrl, ...given });
}

async function failureOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isPostmarkApiError(error)) throw new Error(`no PostmarkApiError: ${String(error)}`);
  expect(`${error.message}${error.stack}${JSON.stringify(error)}`).not.toContain(serverToken);
  return error;
}

describe("Postmark's API", () => {
  test("is asked with the token, and answers JSON", async () => {
    const api = await open((request, response) => {
      const { method, url, headers } = request;
      response.end(JSON.stringify({ method, url, token: headers["x-postmark-server-token"] }));
    });
    expect(await api.get("/bounces", { type: "HardBounce", tag: undefined, count: 1 })).toEqual({
      ...{ method: "GET", url: "/bounces?type=HardBounce&count=1", token: serverToken },
    });
    expect(await api.send("PUT", "/server", { a: 1 })).toMatchObject({ method: "PUT" });
  });

  test.each<[number, string, object]>([
    [422, '{"ErrorCode":1410,"Message":"Too many."}', { errorCode: 1410, transient: false }],
    [401, '{"ErrorCode":10,"Message":"Bad token."}', { errorCode: 10, transient: false }],
    [429, "slow down", { transient: true }],
    [503, "<html>", { transient: true }],
    [200, "<html>", { transient: false }],
  ])("that answers %i %s fails with what it says", async (status, body, facts) => {
    const api = await open((_, response) => response.writeHead(status).end(body));
    expect(await failureOf(api.get("/server"))).toMatchObject({ status, ...facts });
  });

  test("that leads elsewhere is not followed with the token", async () => {
    let isReached = false;
    const api = await open((request, response) => {
      isReached ||= request.url === "/elsewhere";
      response.writeHead(302, { location: "/elsewhere" }).end();
    });
    expect((await failureOf(api.get("/server"))).message).toContain("must not go");
    expect(isReached).toBe(false);
  });

  test("that does not answer is waited for no longer", async () => {
    const api = await open(() => undefined, { timeoutMs: 50 });
    const error = await failureOf(api.get("/server"));
    expect(error).toMatchObject({ status: undefined, transient: true });
    expect(error.message).toContain("no answer within 50 ms");
  });

  test("that is not there is told by host and code", async () => {
    const api = createPostmarkApi({ serverToken, baseUrl: "http://127.0.0.1:9" });
    expect((await failureOf(api.get("/server"))).message).toContain(
      "127.0.0.1:9 could not be reached",
    );
  });

  test("a call that is ended throws the reason", async () => {
    const api = await open(() => undefined);
    const reason = new Error("enough");
    const call = api.get("/server", {}, { signal: AbortSignal.abort(reason) });
    await expect(call).rejects.toBe(reason);
  });

  test("gives out long lists page by page, as far as it does", async () => {
    const asked: string[] = [];
    const api = await open((request, response) => {
      const query = new URL(request.url ?? "", "http://a").searchParams;
      asked.push(`${query.get("offset")}+${query.get("count")}`);
      const left = Math.max(0, 7 - Number(query.get("offset")));
      const Bounces = Array.from({ length: Math.min(left, Number(query.get("count"))) }, () => 1);
      response.end(JSON.stringify({ Bounces }));
    });
    let count = 0;
    for await (const _ of api.pages("/bounces", { list: "Bounces", pageSize: 3 })) count += 1;
    expect([count, asked]).toEqual([7, ["0+3", "3+3", "6+3"]]);
    const pages = api.pages("/bounces", { list: "Nothing" });
    await failureOf(pages[Symbol.asyncIterator]().next());
  });
});

describe("createPostmarkApi() refuses", () => {
  test.each([
    ["no token", {}],
    ["two tokens", { serverToken: "a", accountToken: "b" }],
    ["an empty token", { serverToken: " " }],
    ["a token with a break", { serverToken: "a\nb" }],
    ["a token in clear", { serverToken: "a", baseUrl: "http://example.com" }],
    ["a password in the address", { serverToken: "a", baseUrl: "https://a:b@example.com" }],
    ["what is no address", { serverToken: "a", baseUrl: "api" }],
  ])("%s", (_, options) => {
    expect(() => createPostmarkApi(options)).toThrow(TypeError);
  });
});
