import { once } from "node:events";
import { connect } from "node:net";
import { letterpress } from "letterpress/vite";
import { createServer } from "vite";
import { describe, expect, onTestFinished, test } from "vitest";
import type { LetterpressApi } from "../../../preview/server/letterpress-api.ts";
import { ask } from "./ask.ts";
import { openPreview, type TestPreview } from "./open-preview.ts";
import { createProject, emailShowing } from "./test-project.ts";

/** What is no API: the app's pages, files of the project, and what Vite itself answers to. */
const pages = [
  ...["/", "/emails/a", "/inbox", "/static/logo.svg", "/api/nothing"],
  ...["/@vite/client", "/@fs/etc/passwd", "/emails/a.tsx", "/package.json"],
  ...["/__open-in-editor?file=x", "/__Open-In-Editor?file=x", "/nothing"],
].map((path) => ({ method: "GET", path }));

/** What Vite answers by itself, and the preview needs of it nothing. */
const viteRoutes = [
  ...["/@vite/client", "/@fs/etc/passwd", "/@id/react", "/@react-refresh", "/package.json"],
  ...["/src/logo.png?raw", "/src/logo.png?import", "/src/index.ts", "/__vite_ping", "/.env"],
  ...["/node_modules/vite/package.json", "/index.html", "/vite.config.ts", "/__inspect/"],
];

/** A request for each route of the API that is served, whichever there are. */
function apiRequests({ server }: TestPreview) {
  const plugin = server.config.plugins.find(({ name }) => name === "letterpress");
  const routes = (plugin?.api as LetterpressApi | undefined)?.routes() ?? [];
  return routes.map(({ method, path }) => ({
    method,
    path: path.replace(/:id\+/, "a").replace(/:\w+\+?/g, "1"),
  }));
}

describe("a request from elsewhere", () => {
  test("is refused on every path, for its Host, its Origin, or what the browser says of it", async () => {
    const preview = await openPreview({
      "emails/a.tsx": emailShowing("A"),
      "emails/static/logo.svg": "<svg/>",
    });
    const { url } = preview;
    const api = apiRequests(preview);
    expect(api).toContainEqual({ method: "POST", path: "/api/open" });
    expect(api).toContainEqual({ method: "DELETE", path: "/api/inbox/1" });
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
    const own = { "x-letterpress": "1" };
    for (const { method, path } of [...pages, ...api]) {
      for (const headers of foreign) {
        const answer = await ask(url, path, { ...own, ...headers }, method);
        expect([method, path, headers, answer.status]).toEqual([method, path, headers, 403]);
        // Vite looks at the Host too, and first.
        expect(answer.body).toMatch(/^(?:\{"error":"Refused: the request|Blocked request)/);
      }
    }
    for (const { method, path } of api) {
      for (const site of ["cross-site", "same-site"]) {
        const answer = await ask(url, path, { ...own, host, "sec-fetch-site": site }, method);
        expect([method, path, answer.status]).toEqual([method, path, 403]);
      }
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

  test("starts no editor, whatever the case of the path and the headers", async () => {
    const { url } = await openPreview({});
    const { host } = new URL(url);
    for (const path of ["/__open-in-editor?file=x", "/__Open-In-Editor?file=x"]) {
      for (const destination of ["image", "document", "iframe", "style"]) {
        const headers = { host, "sec-fetch-site": "same-origin", "sec-fetch-dest": destination };
        expect((await ask(url, path, headers)).status).toBe(403);
      }
      expect((await ask(url, path, { host, "sec-fetch-site": "cross-site" })).status).toBe(403);
      expect((await ask(url, path)).status).toBe(404);
    }
  });

  test("made by a mail that is read is refused, but for pictures and pages", async () => {
    const preview = await openPreview({
      "emails/a.tsx": emailShowing("A"),
      "emails/static/logo.svg": "<svg/>",
      "src/logo.png": "PNG",
    });
    const { url } = preview;
    const { host } = new URL(url);
    const asked = async (path: string, destination: string, method = "GET") => {
      const headers = { host, "sec-fetch-site": "same-origin", "sec-fetch-dest": destination };
      return (await ask(url, path, { ...headers, "x-letterpress": "1" }, method)).status;
    };
    const downloads = /\/(?:message\.eml|attachments\/1)$/;
    for (const { method, path } of apiRequests(preview)) {
      for (const destination of ["iframe", "style", "script", "object", "track"]) {
        expect([method, path, await asked(path, destination, method)]).toEqual([method, path, 403]);
      }
      const isShown = downloads.test(path) || path.endsWith("/pictures/1");
      if (!isShown) expect([path, await asked(path, "image")]).toEqual([path, 403]);
      if (!downloads.test(path)) expect([path, await asked(path, "document")]).toEqual([path, 403]);
    }
    for (const path of ["/", "/emails/a", "/inbox"]) {
      for (const destination of ["iframe", "image", "empty", "script"]) {
        expect([path, await asked(path, destination)]).toEqual([path, 403]);
      }
      expect(await asked(path, "document")).toBe(200);
    }
    for (const path of viteRoutes) {
      for (const destination of ["empty", "image", "script", "document", "iframe"]) {
        expect([path, await asked(path, destination)]).toEqual([path, 403]);
      }
      expect([path, (await ask(url, path)).status]).toEqual([path, 404]);
    }
    expect(await asked("/static/logo.svg", "image")).toBe(200);
    // An email imports it, and its address is Vite's.
    expect(await asked("/src/logo.png", "image")).toBe(200);
  });

  test("that follows a link to a page is let in, and nothing else of another site", async () => {
    const preview = await openPreview({ "emails/a.tsx": emailShowing("A") });
    const { host } = new URL(preview.url);
    const followed = {
      ...{ host, "sec-fetch-site": "cross-site" },
      ...{ "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
    };
    for (const path of ["/", "/emails/a", "/inbox"]) {
      expect((await ask(preview.url, path, followed)).status).toBe(200);
    }
    for (const { method, path } of apiRequests(preview)) {
      const answer = await ask(preview.url, path, { ...followed, "x-letterpress": "1" }, method);
      expect([method, path, answer.status]).toEqual([method, path, 403]);
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

describe("an address that cannot be read", () => {
  const addresses = ["//", "//evil.example/", "/\\evil", "http://[", "/%", "/emails/%E0%A4%A", "*"];

  test.each([...addresses, `/${"a".repeat(15_990)}`, `/${"a".repeat(100_000)}`])(
    "%.20s gets 400, and the preview lives on",
    async (address) => {
      const { url } = await openPreview({}, { atOnce: true });
      expect((await askRaw(url, address)).slice(0, 12)).toBe("HTTP/1.1 400");
      expect((await ask(url, "/api/project")).status).toBe(200);
    },
  );

  test.each(addresses)("%s ends no app's own server", async (address) => {
    const { url } = await openPreview({}, { base: "/__letterpress", atOnce: true });
    expect(await askRaw(url, address)).toMatch(/^HTTP\/1\.1 [2345]\d\d/);
    expect((await ask(url, "/__letterpress/api/project")).status).toBe(200);
  });
});

/** Asks for an address that no client would send. @returns the head of the answer */
async function askRaw(url: string, address: string): Promise<string> {
  const { port, host } = new URL(url);
  const socket = connect(Number(port), "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  socket.write(`GET ${address} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  const [data] = await once(socket, "data");
  return String(data);
}

describe("in an app's own Vite config", () => {
  const app = {
    "index.html": "<h1>MY APP</h1>",
    "public/static/logo.txt": "logo of the app",
    "api/data.json": "{}",
    "emails/a.tsx": emailShowing("A"),
    "emails/static/mark.svg": "<svg/>",
  };

  test("the preview stands below /__letterpress, and the app has the rest", async () => {
    const preview = await openPreview(app, { base: undefined });
    const text = async (path: string) =>
      (await ask(preview.url, path, { accept: "text/html" })).body;
    expect(await text("/")).toContain("MY APP");
    expect(await text("/inbox")).toContain("MY APP");
    expect(await text("/static/logo.txt")).toBe("logo of the app");
    expect(await text("/@vite/client")).toContain("import");
    const page = await text("/__letterpress/emails/a");
    expect(page).toContain('content="/__letterpress/"');
    expect(page).toContain('"/__letterpress/_letterpress/');
    expect(page).toContain("A for ");
    expect(await text("/__letterpress/static/mark.svg")).toBe("<svg/>");
    const moved = await ask(preview.url, "/__letterpress?x=1");
    expect([moved.status, moved.headers.location]).toEqual([308, "/__letterpress/?x=1"]);
    expect((await ask(preview.url, "/__letterpress/nothing")).status).toBe(404);
  });

  test("its settings stay as they are, and what is the preview's is guarded", async () => {
    const { server, url } = await openPreview(app, { base: "/mail" });
    expect(server.config.server.cors).not.toBe(false);
    expect(server.config.server.ws).not.toBe(false);
    const { host } = new URL(url);
    const headers = { host, "sec-fetch-site": "cross-site" };
    expect((await ask(url, "/mail/api/emails", headers)).status).toBe(403);
    expect((await ask(url, "/mail/api/emails", { host: "evil.example" })).status).toBe(403);
    expect((await ask(url, "/__Open-in-editor?file=x", headers)).status).toBe(403);
  });
});

test("what changes something needs the header that no other site can send", async () => {
  const preview = await openPreview({});
  const { url } = preview;
  for (const { method, path } of apiRequests(preview).filter(({ method }) => method !== "GET")) {
    const answer = await ask(url, path, {}, method);
    expect([method, path, answer.status]).toEqual([method, path, 403]);
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
    plugins: [letterpress({ smtpPort: 0, base: "/" })],
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
      ...["/static/", "/static/.", "/static/%252e%252e/secret.txt", "/static/none.txt"],
    ]) {
      const answer = await ask(preview.url, path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.body).not.toContain("secret\n");
    }
  });
});
