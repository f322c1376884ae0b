import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { bundlePrograms } from "../docs/bundle-programs.ts";
import { openInbox } from "../inbox/open-inbox.ts";
import { makeFolder } from "./make-folder.ts";
import { runCommand } from "./run-command.ts";

const repository = resolve(import.meta.dirname, "../..");
const page = readFileSync(join(repository, "docs/webhooks.md"), "utf8");

/** Sends as an app would that has the page's `mail.ts`, in a process of its own. */
const sending = `
import { sender } from "./mail.ts";
const message = { subject: "Hi", text: "Hi" };
const to = process.argv[2] ?? "";
const { messageId } = await sender.send({ ...message, to }).catch(({ kind }) => ({ messageId: kind }));
console.log(messageId);
await sender.close();
process.exit();
`;

/** Compiles the programs of the page as they stand there. @returns the folder of `server.mjs` and `send.mjs` */
async function compilePrograms(): Promise<string> {
  const programs = [...page.matchAll(/<!-- program: \w+ -->\s*```ts\n\/\/ (\S+)\n([\s\S]+?)```/g)];
  expect(programs.map(([, name]) => name)).toEqual(["mail.ts", "server.ts"]);
  const files = Object.fromEntries(programs.map(([, name = "", code = ""]) => [name, code]));
  return bundlePrograms("docs-webhooks", { ...files, "send.ts": sending }, [
    "server.ts",
    "send.ts",
  ]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

test("the programs of docs/webhooks.md go from a bounce to a suppressed address", async () => {
  const programs = await compilePrograms();
  const inbox = await openInbox();
  const store = makeFolder();
  const port = await freePort();
  const start = (name: string, ...args: string[]) => {
    const child = spawn(process.execPath, [join(programs, name), ...args], {
      env: {
        ...process.env,
        ...{ MAIL_URL: inbox.smtpUrl, WEBHOOK_PASSWORD: "4711", LETTERPRESS_STORE: store },
        PORT: String(port),
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(child, "close");
    onTestFinished(async () => {
      child.kill("SIGKILL");
      await ended;
    });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
    return { ended, printed: () => text };
  };
  const send = async (to: string) => {
    const { ended, printed } = start("send.mjs", to);
    await ended;
    return printed().trim();
  };
  const server = start("server.mjs");
  const url = `http://postmark:4711@127.0.0.1:${port}/webhooks`;
  const isUp = () => fetch(url.replace("postmark:4711@", "")).then(({ status }) => status);
  await vi.waitFor(isUp, { timeout: 60_000, interval: 50 });
  const { id } = inbox.postmark.webhooks.add({ url });
  expect((await inbox.postmark.webhooks.verify(id)).every(({ isRight }) => isRight)).toBe(true);

  const nobody = "HardBounce@bounce-testing.postmarkapp.com";
  const messageId = await send(nobody);
  expect(messageId).toMatch(/^<[\w-]+@shop\.example>$/);
  const correlationId = messageId.replace(/^<|@.*$/g, "");
  await vi.waitFor(() => expect(server.printed()).toContain(`bounced ${nobody} ${correlationId}`), {
    ...{ timeout: 60_000, interval: 50 },
  });
  expect(await send(nobody)).toBe("suppressed");
  expect(inbox.list()).toHaveLength(1);

  const why = await runCommand(["suppressions", "why", nobody, "--store", store]);
  expect(why.printed).toContain(
    "is suppressed in the stream outbound: mail to it bounced for good",
  );
  expect(why.printed).toContain(correlationId);
  await runCommand(["suppressions", "lift", nobody, "--store", store]);
  expect(await send(nobody)).toMatch(/^</);
});

test("docs/webhooks.md names what there is", async () => {
  const webhook: Readonly<Record<string, unknown>> = await import("letterpress/webhook");
  for (const [, name = ""] of page.matchAll(/`((?:create|parse|replay|metadata)\w*)\(/g)) {
    if (name !== "createServer" && name !== "createInbox") expect(webhook).toHaveProperty(name);
  }
  for (const name of [
    "nodeWebhook",
    "expressWebhook",
    "fastifyWebhook",
    "honoWebhook",
    "nextWebhook",
  ]) {
    expect(page).toContain(`${name}(handler)`);
    expect(webhook).toHaveProperty(name);
  }
});
