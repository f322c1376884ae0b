import { request } from "node:http";
import { type Inbox, type InboxApiOptions, serveInboxApi } from "letterpress/inbox";
import { describe, expect, onTestFinished, test } from "vitest";
import { openInbox } from "./open-inbox.ts";
import { sendRaw } from "./send-raw.ts";

async function openApi(options: InboxApiOptions = {}) {
  const inbox = await openInbox();
  const api = await serveInboxApi(inbox, options);
  onTestFinished(() => api.close());
  const ask = (path: string, init?: RequestInit) => fetch(api.url + path, init);
  const json = async (path: string, init?: RequestInit) => (await ask(path, init)).json();
  return { inbox, api, ask, json };
}

const send = (inbox: Inbox, number: string, to = "ada@example.com", body = "Your code is 482913") =>
  sendRaw(inbox, { to: [to], headers: [`X-PM-Message-Stream: ${number}`], body });

/** A request with headers that fetch does not let one set. */
function askRaw(port: number, path: string, headers: Record<string, string>, method = "GET") {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    request({ port, host: "127.0.0.1", path, headers, method, setHost: false }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on("error", reject)
      .end();
  });
}

describe("the API of the inbox", () => {
  test("lists and searches, newest first, and filters by what is said", async () => {
    const { inbox, json } = await openApi();
    await send(inbox, "one");
    await send(inbox, "two", "Grace@example.com", "An invoice");
    const ids = async (query: string) =>
      (await json(`/messages${query}`)).messages.map(({ mailbox }: { mailbox: string }) => mailbox);
    expect(await ids("")).toEqual(["two", "one"]);
    expect(await ids("?limit=1")).toEqual(["two"]);
    expect(await ids("?to=grace@example.com")).toEqual(["two"]);
    expect(await ids("?mailbox=one&from=shop@example.com&subject=HELLO")).toEqual(["one"]);
    expect(await ids("?q=INVOICE")).toEqual(["two"]);
    expect(await ids("?since=2100-01-01")).toEqual([]);
    expect(await json("/messages?since=soon")).toEqual({
      error: "Cannot filter: 'since' must be a time, such as 2026-01-31T12:00:00Z",
    });
    expect((await json("/messages?limit=1001")).error).toContain("'limit' must be an integer");
  });

  test("gives one message with its links and codes, and its octets", async () => {
    const { inbox, ask, json } = await openApi();
    const body = "Your code is 482913\r\nhttps://shop.example/verify?a=1";
    const { id, raw } = await send(inbox, "one", undefined, body);
    expect(await json(`/messages/${id}`)).toMatchObject({
      ...{ id, subject: "Hello", mailbox: "one", html: null, codes: ["482913"], isRead: false },
      links: [{ href: "https://shop.example/verify?a=1" }],
      envelope: { from: "shop@example.com", to: ["ada@example.com"] },
    });
    const answer = await ask(`/messages/${id}/raw`);
    expect(answer.headers.get("content-type")).toBe("message/rfc822");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(raw));
    expect((await ask("/messages/none")).status).toBe(404);
    expect((await ask(`/messages/${id}/attachments/0`)).status).toBe(404);
  });

  test("waits for what is to come, and says what came instead", async () => {
    const { inbox, ask, json } = await openApi();
    const waiting = json("/wait?to=ada@example.com&mailbox=two");
    await send(inbox, "one", "grace@example.com");
    await send(inbox, "two");
    expect(await waiting).toMatchObject({ mailbox: "two" });
    expect(await json("/wait?mailbox=two")).toMatchObject({ mailbox: "two" });
    const none = await ask("/wait?to=nobody@example.com&timeoutMs=1");
    expect(none.status).toBe(404);
    expect((await none.json()).error).toContain("looked at 2 within 1 ms and none matched");
  });

  test("marks and deletes", async () => {
    const { inbox, ask, json } = await openApi();
    const { id } = await send(inbox, "one");
    await send(inbox, "two");
    await send(inbox, "two");
    const mark = (body: string) => json(`/messages/${id}`, { method: "PATCH", body });
    expect(await mark('{"read":true}')).toMatchObject({ isRead: true });
    expect((await json("/messages?unread=true")).total).toBe(2);
    expect((await mark("{}")).error).toContain("Cannot mark the message");
    expect((await mark("x")).error).toContain("it is not JSON");
    expect((await mark(`"${"x".repeat(70_000)}"`)).error).toContain("longer than 65536 octets");
    expect((await ask("/messages?mailbox=two", { method: "DELETE" })).status).toBe(204);
    expect(inbox.list().map((message) => message.id)).toEqual([id]);
    expect((await ask(`/messages/${id}`, { method: "DELETE" })).status).toBe(204);
    expect((await ask(`/messages/${id}`, { method: "DELETE" })).status).toBe(404);
    await send(inbox, "three");
    expect((await ask("/messages", { method: "DELETE" })).status).toBe(204);
    expect(inbox.list()).toEqual([]);
  });

  test("describes itself: each operation, and the schema of each answer", async () => {
    const { json } = await openApi();
    const { openapi, paths, components } = await json("/openapi.json");
    expect(openapi).toBe("3.1.0");
    expect(Object.keys(paths)).toEqual([
      "/messages",
      "/wait",
      "/messages/{id}",
      "/messages/{id}/raw",
      "/messages/{id}/delivered",
      "/messages/{id}/attachments/{index}",
    ]);
    const referred = [...JSON.stringify(paths).matchAll(/schemas\/(\w+)/g)].map(([, name]) => name);
    for (const name of referred) expect(Object.keys(components.schemas)).toContain(name);
  });

  test.each([
    ["a path that is none", "GET", "/nothing", 404],
    ["a method that the path does not take", "POST", "/messages", 405],
    ["a broken escape", "GET", "/messages/%zz", 400],
  ])("refuses %s", async (_, method, path, status) => {
    const { ask } = await openApi();
    const answer = await ask(path, { method });
    expect(answer.status).toBe(status);
    expect((await answer.json()).error).toMatch(/^Cannot/);
  });

  test("lives on after paths that are none", async () => {
    const { api, ask } = await openApi();
    const host = `127.0.0.1:${api.port}`;
    for (const path of ["//", "http://[", "/%", `/${"a".repeat(10_000)}`, "*"]) {
      const { status } = await askRaw(api.port, path, { host });
      expect([400, 404]).toContain(status);
    }
    expect((await ask("/messages")).status).toBe(200);
  });
});

describe("who may ask the API", () => {
  test.each([
    ["a page of another site", { origin: "https://evil.example" }],
    ["a page that may not say where it is", { origin: "null" }],
    ["a picture in a page of another site", { "sec-fetch-site": "cross-site" }],
    ["a page of another port", { "sec-fetch-site": "same-site" }],
    ["a name that was bound to this address", { host: "evil.example" }],
    ["nobody in particular", { host: "" }],
  ])("not %s, whatever it asks", async (_, headers: Record<string, string>) => {
    const { inbox, api } = await openApi();
    await send(inbox, "one");
    for (const method of ["GET", "DELETE", "PATCH"]) {
      const asked = { host: `127.0.0.1:${api.port}`, ...headers };
      const answer = await askRaw(api.port, "/api/v1/messages", asked, method);
      expect(answer.status).toBe(403);
    }
    expect(inbox.list()).toHaveLength(1);
  });

  test("another host name with the token only, where there is one", async () => {
    const { api } = await openApi({ token: "secret" });
    const ask = (headers: Record<string, string>) =>
      askRaw(api.port, "/api/v1/messages", { host: "ci.example", ...headers });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ authorization: "Bearer wrong" })).status).toBe(401);
    expect((await ask({ authorization: "Bearer secret" })).status).toBe(200);
    const origin = { authorization: "Bearer secret", origin: "https://evil.example" };
    expect((await ask(origin)).status).toBe(403);
  });

  test("nobody elsewhere without a token: such a server does not start", async () => {
    const inbox = await openInbox();
    await expect(serveInboxApi(inbox, { host: "0.0.0.0" })).rejects.toThrow(
      "Cannot serve the inbox: 'host' is 0.0.0.0, which other machines reach; pass a 'token' too",
    );
  });
});
