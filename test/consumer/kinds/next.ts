import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../foreign-process.ts";
import type { Kit } from "../kit.ts";
import { run } from "../run.ts";

const layout = `
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;

const route = `
import { createSenderFromEnv } from "letterpress";
import welcome from "../../../dist/emails/account/welcome.js";
export const dynamic = "force-dynamic";
export async function GET() {
  const sender = createSenderFromEnv();
  const props = { name: "Ada", url: "https://example.com/start" };
  const { messageId } = await sender.send({ email: welcome, props, to: "ada@example.com" });
  await sender.close();
  return Response.json({ messageId });
}
`;

const webhookRoute = `
import { createWebhookHandler, nextWebhook } from "letterpress/webhook";
const credentials = { user: "postmark", password: "4711" };
export const POST = nextWebhook(createWebhookHandler({ credentials, onEvent() {} }));
`;

/** A route of Next that sends, and one that takes webhooks, built and served as it comes. */
export function next(version: string): (kit: Kit) => Promise<void> {
  return async (kit) => {
    const app = await kit.makeApp(`next-${version}`, {
      "app/layout.jsx": layout,
      "app/api/send/route.js": route,
      "app/api/webhooks/route.js": webhookRoute,
    });
    const others = ["react@19", "react-dom@19", "@react-email/components", "vite@8"];
    await kit.install(app, `next@${version}`, ...others);
    await run("npx", ["letterpress", "build"], app);
    await kit.check(`next ${version} → a route that sends`, async () => {
      await run("npx", ["next", "build"], app, { NEXT_TELEMETRY_DISABLED: "1" });
      const port = await freePort();
      const args = ["node_modules/next/dist/bin/next", "start", "-p", String(port)];
      const env = { ...process.env, MAIL_URL: kit.inbox.smtpUrl, MAIL_FROM: "Shop <a@b.example>" };
      const server = spawn(process.execPath, [...args, "-H", "127.0.0.1"], {
        cwd: app,
        env,
        stdio: "ignore",
      });
      try {
        const { messageId } = await ask(`http://127.0.0.1:${port}/api/send`, server);
        await kit.inbox.waitFor((mail) => mail.messageId === messageId, { timeoutMs: 5_000 });
        await postWebhook(`http://127.0.0.1:${port}/api/webhooks`);
      } finally {
        server.kill();
        if (server.exitCode === null) await once(server, "exit");
      }
    });
  };
}

/** Posts a webhook with and without credentials. @throws {Error} when it is not answered as it should be */
async function postWebhook(url: string): Promise<void> {
  const body = JSON.stringify({ RecordType: "Delivery", Recipient: "ada@example.com" });
  const authorization = `Basic ${Buffer.from("postmark:4711").toString("base64")}`;
  const taken = await fetch(url, { method: "POST", headers: { authorization }, body });
  const said = await taken.text();
  if (said !== '{"ok":true,"events":1}') throw new Error(`it answered ${taken.status}: ${said}`);
  const refused = await fetch(url, { method: "POST", body });
  if (refused.status !== 401) throw new Error(`without credentials it answered ${refused.status}`);
}

/** Asks until the server is there. */
async function ask(url: string, server: ChildProcess): Promise<{ readonly messageId: string }> {
  for (let attempt = 0; attempt < 200 && server.exitCode === null; attempt += 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return response.json() as Promise<{ messageId: string }>;
    if (response) throw new Error(`${url} answers ${response.status}: ${await response.text()}`);
    await sleep(100);
  }
  throw new Error(`Nothing answers at ${url}`);
}
