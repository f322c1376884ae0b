import { once } from "node:events";
import { connect } from "node:net";
import { letterpress } from "letterpress/vite";
import { createServer } from "vite";
import { describe, expect, onTestFinished, test } from "vitest";
import { ask } from "./ask.ts";
import { openPreview } from "./open-preview.ts";
import { createProject, emailShowing } from "./test-project.ts";

const paths = [
  ...["/", "/emails/a", "/inbox", "/api/project", "/api/emails", "/api/emails/a", "/api/source/a"],
  ...["/api/inbox", "/api/inbox/1", "/api/inbox/1/html", "/api/inbox/1/raw", "/api/events"],
  ...["/api/inbox/1/message.eml", "/api/inbox/1/attachments/0", "/static/logo.svg", "/api/nothing"],
  // Vite's own
  ...["/@vite/client", "/emails/a.tsx", "/package.json", "/__open-in-editor?file=x"],
];
const changes = [
  ["POST", "/api/send"],
  ["DELETE", "/api/inbox"],
  ["DELETE", "/api/inbox/1"],
] as const;

describe("a request from elsewhere", () => {
  test("is refused on every path, for its Host, its Origin, or what the browser says of it", async () => {
    const { url } = await openPreview({
      "emails/a.tsx": emailShowing("A"),
      "emails/static/logo.svg": "<svg/>",
    });
    const { host } = new URL(url);
    const foreign: readonly Readonly<Record<string, string>>[] = [
      { host: "evil.example" },
      { host: "evil.example:80" },
      { host: "192.168.1.7" },
      { host: "localhost.evil.example" },
      { host, origin: "http://evil.example" },
      { host, origin: "http://localhost:1" },
      { host, origin: "null" },
    ];
    for (const headers of foreign) {
      for (const path of paths) {
        expect([headers, path, (await ask(url, path, headers)).status]).toEqual([
          headers,
          path,
          403,
        ]);
      }
      for (const [method, path] of changes) {
        const answer = await ask(url, path, { ...headers, "x-letterpress": "1" }, method);
        expect([headers, path, answer.status]).toEqual([headers, path, 403]);
      }
    }
    for (const site of ["cross-site", "same-site"]) {
      const answer = await ask(url, "/api/emails", { host, "sec-fetch-site": site });
      expect(answer.status).toBe(403);
    }
  });

  test("is let in from the preview's own page, by whatever loopback name", async () => {
    const { url } = await openPreview({ "emails/a.tsx": emailShowing("A") });
    const { port } = new URL(url);
    for (const name of ["127.0.0.1", "localhost", "[::1]"]) {
      const host = `${name}:${port}`;
      const headers = { host, origin: `http://${host}`, "sec-fetch-site": "same-origin" };
      expect((await ask(url, "/api/emails", headers)).status).toBe(200);
    }
  });

  test("starts no editor for a picture or a link in a mail", async () => {
    const { url } = await openPreview({});
    const { host } = new URL(url);
    for (const destination of ["image", "document", "iframe", "style"]) {
      const headers = { host, "sec-fetch-site": "same-origin", "sec-fetch-dest": destination };
      expect((await ask(url, "/__open-in-editor?file=x", headers)).status).toBe(403);
    }
  });

  test("opens no web socket", async () => {
    const { url } = await openPreview({});
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    onTestFinished(() => void socket.destroy());
    socket.write(
      "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: vite-hmr\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    );
    const [data] = await once(socket, "data");
    expect(String(data)).toMatch(/^HTTP\/1\.1 403 /);
  });
});

test("what changes something needs the header that no other site can send", async () => {
  const { url } = await openPreview({});
  for (const [method, path] of changes) {
    const answer = await ask(url, path, {}, method);
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body).error).toContain("x-letterpress");
  }
  expect((await ask(url, "/api/emails", { "x-letterpress": "1" }, "DELETE")).status).toBe(405);
  expect((await ask(url, "/api/none", {}, "GET")).status).toBe(404);
});

test.each([true, "0.0.0.0", "192.168.1.7", "::"])("host %s is refused", async (host) => {
  const project = createProject({});
  onTestFinished(() => project.dispose());
  const starting = createServer({
    root: project.root,
    configFile: false,
    plugins: [letterpress({ smtpPort: 0 })],
    server: { host },
  });
  await expect(starting).rejects.toThrow(/^Cannot start the preview: server\.host is/);
});

test("answers with its own type, and never lets the browser guess another", async () => {
  const { url } = await openPreview({ "emails/static/a.svg": "<svg/>" });
  for (const path of ["/api/emails", "/static/a.svg", "/api/none", "/"]) {
    expect((await ask(url, path)).headers["x-content-type-options"]).toBe("nosniff");
  }
});

describe("/static", () => {
  test("serves the files of the static folder, sandboxed", async () => {
    const { url } = await openPreview({
      "emails/static/logo.svg": "<svg/>",
      "emails/static/deep/with space.css": "a{}",
    });
    const logo = await ask(url, "/static/logo.svg");
    expect(logo).toMatchObject({ status: 200, body: "<svg/>" });
    expect(logo.headers["content-type"]).toBe("image/svg+xml");
    expect(logo.headers["content-security-policy"]).toContain("sandbox");
    expect((await ask(url, "/static/deep/with%20space.css?v=1")).body).toBe("a{}");
    const etag = logo.headers.etag ?? "";
    expect((await ask(url, "/static/logo.svg", { "if-none-match": etag })).status).toBe(304);
  });

  test("leads to nothing outside of it", async () => {
    const preview = await openPreview({
      "secret.txt": "secret",
      "emails/static/ok.txt": "ok",
      "emails/static-other/secret.txt": "secret",
    });
    preview.link(preview.path("secret.txt"), "emails/static/linked.txt");
    for (const path of [
      ...[
        "/static/../../secret.txt",
        "/static/%2e%2e/%2e%2e/secret.txt",
        "/static/..%2f..%2fsecret.txt",
      ],
      ...["/static/..\\..\\secret.txt", "/static/..%5c..%5csecret.txt", "/static//etc/passwd"],
      ...["/static/linked.txt", "/static/../static-other/secret.txt", "/static/ok.txt%00.svg"],
      ...[
        "/static/%",
        "/static/",
        "/static/.",
        "/static/%252e%252e/secret.txt",
        "/static/none.txt",
      ],
    ]) {
      const answer = await ask(preview.url, path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.body).not.toContain("secret\n");
    }
  });
});
