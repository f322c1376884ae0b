import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { bundlePrograms } from "../../docs/bundle-programs.ts";
import { codeBlocksOf } from "../../docs/code-blocks.ts";

const run = promisify(execFile);
const blocks = codeBlocksOf("docs/local-postmark.md");

/** The one block in a language that holds some words. */
function blockOf(language: string, words: string): string {
  const found = blocks.filter((one) => one.language === language && one.code.includes(words));
  expect(found).toHaveLength(1);
  return found[0]?.code ?? "";
}

/** An app that takes webhooks. */
async function openApp() {
  const told: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    told.push(JSON.parse(Buffer.concat(chunks).toString() || "{}").RecordType);
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { told, port: (server.address() as AddressInfo).port };
}

test("the programs of docs/local-postmark.md run as they stand there", async () => {
  const app = await openApp();
  const program = [
    blockOf("ts", "serveInboxApi(inbox)").replace(":3000/", `:${app.port}/`),
    blockOf("ts", "new ServerClient").replaceAll("shop@example.com", "client@example.com"),
    blockOf("ts", "inbox.postmark.delivered"),
    `process.send({ url: api.postmarkUrl, html, text });
     process.on("message", () => process.send(inbox.list().map(({ from }) => from.address)));`,
  ].join("\n");
  const folder = await bundlePrograms("docs-postmark", { "inbox.ts": program }, ["inbox.ts"]);
  const child = spawn(process.execPath, [join(folder, "inbox.mjs")], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [{ url, text }] = await once(child, "message");
  expect(text).toContain("Hi");
  const here = (code: string) => code.replaceAll("http://127.0.0.1:8025/postmark", url);

  const { stdout } = await run("sh", ["-c", here(blockOf("sh", "curl ")).replace("shop@", "sh@")]);
  expect(JSON.parse(stdout)).toMatchObject({ ErrorCode: 0, Message: "OK" });
  const python = `${here(blockOf("python", "def postmark"))}
mail = {"From": "python@example.com", "To": "ada@example.com", "Subject": "Hi", "TextBody": "Hi"}
print(json.dumps(postmark("POST", "/email", mail)["ErrorCode"]))`;
  expect((await run("python3", ["-c", python])).stdout.trim()).toBe("0");

  child.send("list");
  const [senders] = await once(child, "message");
  expect([...senders].sort()).toEqual([
    ...["client@example.com", "python@example.com", "sh@example.com", "shop@example.com"],
  ]);
  await expect.poll(() => app.told, { timeout: 10_000 }).toContain("Open");
  expect(app.told.filter((type) => type === "Delivery").length).toBeGreaterThan(0);
});
