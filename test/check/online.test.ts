import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { createAsker } from "../../src/check/online/create-asker.ts";
import { isPublicAddress } from "../../src/check/online/is-public-address.ts";

/** A server of the public net, as far as the asker can tell. */
async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Names end at this machine, of which 127.0.0.1 counts as public. */
function openAsker(names: Readonly<Record<string, readonly string[]>> = {}) {
  const asked: string[] = [];
  const asker = createAsker({
    resolve: async (host) => {
      asked.push(host);
      const addresses = names[host] ?? (host.endsWith(".test") ? ["127.0.0.1"] : undefined);
      if (!addresses) throw Object.assign(new Error(host), { code: "ENOTFOUND" });
      return addresses.map((address) => ({ address, family: 4 }));
    },
    isAllowed: (address) => address === "127.0.0.1",
    timeoutMs: 400,
  });
  return {
    asked,
    ask: async (address: string) => (await asker.ask([address])).get(address),
    asker,
  };
}

describe("addresses on the net", () => {
  test("answer, by HEAD or where that is not liked by GET, and are asked once", async () => {
    const calls: string[] = [];
    const port = await serve((request, response) => {
      calls.push(`${request.method} ${request.url}`);
      if (request.url === "/no-head" && request.method === "HEAD") response.writeHead(405);
      else if (request.url === "/gone") response.writeHead(404);
      else if (request.url === "/members") response.writeHead(401);
      else response.writeHead(200, { "content-type": "Image/PNG; x=y" });
      response.end();
    });
    const { asker } = openAsker();
    const at = (path: string) => `http://shop.test:${port}${path}`;
    const paths = ["/a", "/a#part", "/no-head", "/gone", "/members"];
    const answers = await asker.ask([...paths.map(at), "mailto:a@b.test", "/relative"]);
    expect([...answers.values()]).toEqual([
      { kind: "answers", status: 200, address: at("/a"), type: "image/png" },
      { kind: "answers", status: 200, address: at("/a"), type: "image/png" },
      { kind: "answers", status: 200, address: at("/no-head"), type: "image/png" },
      { kind: "fails", reason: "it answers 404" },
      { kind: "login", status: 401 },
    ]);
    expect(calls.filter((call) => call.endsWith("/a"))).toEqual(["HEAD /a"]);
    expect(calls.filter((call) => call.endsWith("/no-head"))).toHaveLength(2);
  });

  test("that redirect are followed, so many times, and login pages told apart", async () => {
    const port = await serve((request, response) => {
      const url = request.url ?? "";
      const to = {
        "/old": "/new",
        "/in": "/login?next=/in",
        "/loop": "/loop",
        "/odd": "ftp://shop.test/",
      }[url];
      response.writeHead(to ? (url === "/old" ? 301 : 302) : 200, to ? { location: to } : {});
      response.end();
    });
    const { ask } = openAsker();
    const at = (path: string) => `http://shop.test:${port}${path}`;
    expect(await ask(at("/old"))).toMatchObject({ kind: "moved", address: at("/new") });
    expect(await ask(at("/in"))).toEqual({ kind: "login", status: 302 });
    expect(await ask(at("/loop"))).toEqual({
      kind: "fails",
      reason: "it redirects more than 5 times",
    });
    expect(await ask(at("/odd"))).toMatchObject({
      kind: "fails",
      reason: "it redirects to an address of ftp:",
    });
  });

  test("of private networks are not asked: by number, by name, after a redirect, by a second address", async () => {
    let calls = 0;
    const port = await serve((request, response) => {
      calls++;
      response.writeHead(302, {
        location: `http://${request.url === "/name" ? "inside.test" : "10.0.0.7"}:${port}/`,
      });
      response.end();
    });
    const { ask, asked } = openAsker({
      "inside.test": ["10.0.0.7"],
      "both.test": ["127.0.0.1", "10.0.0.7"],
    });
    expect(await ask(`http://10.0.0.7:${port}/`)).toEqual({ kind: "private" });
    expect(await ask(`http://[::1]:${port}/`)).toEqual({ kind: "private" });
    expect(await ask(`http://inside.test:${port}/`)).toEqual({ kind: "private" });
    expect(await ask(`http://both.test:${port}/`)).toEqual({ kind: "private" });
    expect(calls).toBe(0);
    for (const path of ["/name", "/number"]) {
      expect(await ask(`http://shop.test:${port}${path}`)).toEqual({
        kind: "fails",
        reason: "it redirects into a private network",
      });
    }
    expect(asked).not.toContain("10.0.0.7");
  });

  test("are connected to as they were looked up: a name that changes is not asked again", async () => {
    const port = await serve((_, response) => response.end());
    let looks = 0;
    const asker = createAsker({
      resolve: async () => [{ address: looks++ === 0 ? "127.0.0.1" : "10.0.0.7", family: 4 }],
      isAllowed: (address) => address === "127.0.0.1",
    });
    const address = `http://turns.test:${port}/`;
    expect((await asker.ask([address])).get(address)?.kind).toBe("answers");
    expect(looks).toBe(1);
  });

  test("that say nothing, or are not there, are given up", async () => {
    const port = await serve(() => {});
    const { ask } = openAsker();
    expect(await ask(`http://slow.test:${port}/`)).toEqual({
      kind: "fails",
      reason: "it does not answer in time",
    });
    expect(await ask("http://nowhere.example/")).toEqual({
      kind: "fails",
      reason: "its host is not known",
    });
    expect(await ask("http://shop.test:1/")).toEqual({
      kind: "fails",
      reason: "its host refuses connections",
    });
  });
});

test.each<readonly [string, boolean]>([
  ["93.184.216.34", true],
  ["2606:2800:220:1::1", true],
  ...[
    ...[
      "127.0.0.1",
      "10.1.2.3",
      "172.31.0.1",
      "192.168.1.1",
      "169.254.169.254",
      "100.64.0.1",
      "0.0.0.0",
    ],
    ...["224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1"],
    ...[
      "::ffff:93.184.216.34",
      "64:ff9b::a00:1",
      "2002:a00:1::",
      "2001::1",
      "2001:db8::1",
      "ff02::1",
      "shop.example",
    ],
  ].map((address) => [address, false] as const),
])("%s is an address of the public net: %s", (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});
