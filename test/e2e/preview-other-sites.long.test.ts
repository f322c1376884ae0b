import { chmodSync, existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { InboxList } from "../../preview/protocol/index.ts";
import type { LetterpressApi } from "../../preview/server/letterpress-api.ts";
import { apiRoutes } from "../../src/inbox/http/api-routes.ts";
import { apiPath } from "../../src/inbox/http/handle-api-request.ts";
import { openPreview, type TestPreview } from "../preview/server/open-preview.ts";
import { emailShowing } from "../preview/server/test-project.ts";
import { clientOf } from "./app-inbox-client.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();

interface Target {
  readonly method: string;
  readonly path: string;
}

/** What Vite answers, and the page itself. */
const others: readonly Target[] = [
  ...["/", "/emails/a", "/inbox", "/static/logo.svg", "/@vite/client", "/@fs/etc/passwd"],
  ...["/__open-in-editor?file=emails/a.tsx", "/__Open-In-Editor?file=emails/a.tsx"],
  ...["/api/v1/openapi.json", "/postmark/email", "/nothing"],
].map((path) => ({ method: "GET", path }));

/** Each route that is served, of the message that is there. */
function targetsOf({ server }: TestPreview, id: string): readonly Target[] {
  const plugin = server.config.plugins.find(({ name }) => name === "letterpress");
  const routes = (plugin?.api as LetterpressApi | undefined)?.routes() ?? [];
  const mail = apiRoutes.map(({ method, path }) => ({
    method: method.toUpperCase(),
    path: apiPath + path,
  }));
  const own = [...routes, ...mail].map(({ method, path }) => ({
    method,
    path: path
      .replace(/(\/(?:inbox|messages)\/)[:{]id\}?/, `$1${id}`)
      .replace(/:id\+/, "a")
      .replace(/[:{]\w+[+}]?/g, "0"),
  }));
  return [...own, ...others];
}

/** A page of another site, with nothing on it. */
async function openForeignSite(name: string): Promise<string> {
  const site = createServer((_, response) => {
    response.setHeader("content-type", "text/html").end("<!doctype html><title>Elsewhere</title>");
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    site.closeAllConnections();
    site.close();
  });
  return `http://${name}:${(site.address() as AddressInfo).port}/`;
}

/** Runs in the page: tries every way to ask for a path. @returns what came through of it */
async function attack({ base, targets }: { base: string; targets: readonly Target[] }) {
  const got: string[] = [];
  const own = { "x-letterpress": "1", "content-type": "application/json" };
  const bodies: Record<string, string> = {
    "/api/send": '{"id":"a","variant":"default","to":"you@example.com"}',
    "/api/variants": '{"id":"a","name":"stolen","props":{}}',
    "/api/open": '{"file":"emails/a.tsx"}',
  };
  const whenSettled = (element: HTMLElement, what: string) =>
    new Promise<void>((resolve) => {
      element.onload = () => {
        got.push(what);
        resolve();
      };
      element.onerror = () => resolve();
      document.body.append(element);
    });
  const make = (tag: string, properties: object) =>
    Object.assign(document.createElement(tag), properties);
  const ask = async (method: string, path: string) => {
    const url = base + path;
    const what = `${method} ${path}`;
    const body = method === "GET" ? null : (bodies[path] ?? "{}");
    const readable = await fetch(url, { method, body, headers: own, credentials: "include" }).catch(
      () => undefined,
    );
    if (readable) got.push(`read ${what}: ${readable.status}`);
    const mode = "no-cors" as const;
    await fetch(url, { method, body, mode }).catch(() => undefined);
    if (method !== "GET") {
      navigator.sendBeacon(url, body);
      const form = make("form", {
        method: "post",
        action: url,
        enctype: "text/plain",
        target: "f",
      });
      form.append(make("input", { name: body ?? "", value: "" }));
      document.body.append(make("iframe", { name: "f" }), form);
      (form as HTMLFormElement).submit();
      return;
    }
    await Promise.all([
      whenSettled(make("img", { src: url }), `picture ${what}`),
      whenSettled(make("script", { src: url }), `script ${what}`),
      whenSettled(make("link", { rel: "stylesheet", href: url }), `style ${what}`),
    ]);
    document.body.append(make("iframe", { src: url }), make("object", { data: url }));
  };
  for (const { method, path } of targets) {
    await ask(method, path);
    if (method !== "GET") await ask("POST", path);
  }
  const opens = (source: EventSource | WebSocket, what: string) =>
    new Promise<void>((resolve) => {
      source.onopen = () => {
        got.push(what);
        resolve();
      };
      source.onerror = () => resolve();
    });
  await opens(new EventSource(`${base}/api/events`), "stream");
  for (const path of ["/", "/api/events", "/__letterpress", "/?token=x"]) {
    const url = base.replace("http", "ws") + path;
    await opens(new WebSocket(url), `socket ${path}`);
    await opens(new WebSocket(url, "vite-hmr"), `socket of Vite ${path}`);
    await opens(new WebSocket(url, "vite-ping"), `ping ${path}`);
  }
  return got;
}

test.each(["attacker.localhost", "127.0.0.1"])(
  "a page of %s sends, deletes, saves, opens, reads and frames nothing",
  async (name) => {
    const source = emailShowing("A");
    const preview = await openPreview(
      { "emails/a.tsx": source, "emails/static/logo.svg": "<svg/>" },
      { atOnce: true },
    );
    const opened = preview.path("opened.txt");
    preview.write("editor.sh", `#!/bin/sh\ntouch "${opened}"\n`);
    chmodSync(preview.path("editor.sh"), 0o755);
    const before = process.env.LAUNCH_EDITOR;
    process.env.LAUNCH_EDITOR = preview.path("editor.sh");
    onTestFinished(() => {
      if (before === undefined) delete process.env.LAUNCH_EDITOR;
      else process.env.LAUNCH_EDITOR = before;
    });
    const client = await clientOf(preview);
    const to = { from: "a@b.example", to: "c@d.example" };
    const attachments = [{ filename: "a.txt", content: "a" }];
    await client.sendMail({ ...to, subject: "Private", html: "<p>x</p>", attachments });
    const inboxBefore = await preview.json<InboxList>("/api/inbox");
    const targets = targetsOf(preview, inboxBefore.messages[0]?.id ?? "");
    expect(targets).toContainEqual({ method: "POST", path: "/api/send" });
    expect(targets.filter(({ method }) => method === "DELETE").length).toBeGreaterThan(2);

    const answered: { readonly what: string; readonly status: number }[] = [];
    const note = ({ method, url, headers }: IncomingMessage, status: number) =>
      answered.push({ what: `${method} ${url} as ${headers["sec-fetch-dest"]}`, status });
    preview.server.httpServer?.prependListener("request", (request, response) => {
      response.on("close", () => note(request, response.statusCode));
    });
    const { page } = await open(await openForeignSite(name));
    const got = await page.evaluate(attack, { base: preview.url, targets });
    // Nothing in a frame is the preview's, though it may be its refusal.
    await page.waitForTimeout(300);
    const framed = page.frames().filter((frame) => frame.url().startsWith(preview.url));
    for (const frame of framed) expect(await frame.title()).not.toContain("Letterpress");
    expect(got).toEqual([]);
    expect(answered.length).toBeGreaterThan(targets.length);
    expect(answered.filter(({ status }) => status !== 403)).toEqual([]);

    expect((await preview.json<InboxList>("/api/inbox")).messages).toEqual(inboxBefore.messages);
    expect(readFileSync(preview.path("emails/a.tsx"), "utf8")).toBe(source);
    expect(existsSync(opened)).toBe(false);
  },
);

test("a page of another site talks to the inbox's SMTP server in vain", async () => {
  const preview = await openPreview({}, { atOnce: true });
  const { smtpUrl } = await preview.json<InboxList>("/api/inbox");
  const { page } = await open(await openForeignSite("attacker.localhost"));
  const mail =
    "EHLO x\r\nMAIL FROM:<a@b.cc>\r\nRCPT TO:<c@d.ee>\r\nDATA\r\nSubject: x\r\n\r\nx\r\n.\r\n";
  await page.evaluate(
    async ([url, body]) => {
      const options = { method: "POST", mode: "no-cors", body } as const;
      await fetch(url, options).catch(() => undefined);
      await fetch(url, { ...options, body: body.repeat(50) }).catch(() => undefined);
    },
    [smtpUrl.replace("smtp:", "http:"), mail] as const,
  );
  expect((await preview.json<InboxList>("/api/inbox")).messages).toEqual([]);
});
