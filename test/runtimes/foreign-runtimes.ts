import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createPostmarkTransport, createSender } from "letterpress";
import { createInbox } from "letterpress/inbox";
import { packPackage } from "../consumer/pack.ts";
import { readReadme } from "../consumer/readme.ts";
import { run } from "../consumer/run.ts";
import { fetchRuntime } from "./fetch-runtime.ts";

/** One thing that was tried on Bun or Deno. */
export interface RuntimeTrial {
  readonly runtime: string;
  readonly what: string;
  readonly seconds: number;
  readonly failure: string | undefined;
}

const program = `
import { createPostmarkTransport, createSender, render } from "letterpress";
import { createInbox } from "letterpress/inbox";
import welcome from "./dist/emails/account/welcome.js";

const props = { name: "Ada", url: "https://example.com/start" };
const [task, url] = process.argv.slice(2);
if (task === "render") console.log(JSON.stringify(await render(welcome, props)));
if (task === "send") {
  const sender = createSender({ transport: createPostmarkTransport({ url }), from: "Shop <a@shop.example>" });
  const sent = [];
  for await (const { delivery, error } of sender.sendMany(
    Array.from({ length: 25 }, (_, at) => ({ email: welcome, props, to: \`ada+\${at}@example.com\` })),
  )) {
    if (error) throw error;
    sent.push(delivery.messageId);
  }
  await sender.close();
  console.log(JSON.stringify(sent));
}
if (task === "receive") {
  const inbox = await createInbox({ port: 0 });
  console.log(inbox.smtpUrl);
  const { subject, html, attachments } = await inbox.waitFor(() => true, { timeoutMs: 20_000 });
  console.log(JSON.stringify({ subject, html, files: attachments.map(({ filename }) => filename) }));
  await inbox.close();
}
`;

const props = { name: "Ada", url: "https://example.com/start" };

/** Renders, sends and receives with the packed package on other runtimes. Emails are built by Node. */
export async function tryForeignRuntimes(
  runtimes: readonly (readonly [name: "bun" | "deno", version: string])[],
): Promise<readonly RuntimeTrial[]> {
  const folder = await mkdtemp(join(tmpdir(), "letterpress-runtimes-"));
  try {
    const [{ tarball }, readme] = await Promise.all([packPackage(folder), readReadme()]);
    const files = {
      "package.json": JSON.stringify({ private: true, type: "module" }),
      "emails/account/welcome.tsx": readme.email,
      "program.js": program,
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const others = ["react", "react-dom", "lightningcss", "@react-email/components", "vite@8"];
    await run("npm", ["install", tarball, ...others], folder);
    await run("npx", ["letterpress", "build"], folder);
    const expected = (await run(process.execPath, ["program.js", "render"], folder)).stdout;
    const trials: RuntimeTrial[] = [];
    for (const [name, version] of runtimes) {
      const command = await fetchRuntime(name, version);
      const args = name === "deno" ? ["run", "--allow-all", "program.js"] : ["program.js"];
      const runtime = `${name} ${(await run(command, ["--version"], folder)).stdout.match(/[\d.]+/)?.[0]}`;
      const tasks = {
        "renders the same": () => renders(command, args, folder, expected),
        "sends 25": () => sends(command, args, folder),
        receives: () => receives(command, args, folder),
      };
      for (const [what, attempt] of Object.entries(tasks)) {
        const begun = performance.now();
        const failure = await attempt().then(
          () => undefined,
          (error: Error) => error.message,
        );
        trials.push({ runtime, what, failure, seconds: (performance.now() - begun) / 1000 });
      }
    }
    return trials;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function renders(command: string, args: readonly string[], cwd: string, expected: string) {
  const { stdout } = await run(command, [...args, "render"], cwd);
  if (stdout !== expected)
    throw new Error(`It rendered:\n${stdout}\nwhere Node renders:\n${expected}`);
}

async function sends(command: string, args: readonly string[], cwd: string) {
  const inbox = await createInbox({ port: 0 });
  try {
    const { stdout } = await run(command, [...args, "send", inbox.smtpUrl], cwd);
    const sent = (JSON.parse(stdout) as string[]).toSorted();
    const got = inbox
      .list()
      .map(({ messageId }) => messageId)
      .toSorted();
    if (sent.length !== 25 || sent.join() !== got.join()) {
      throw new Error(`It sent ${sent.length} messages, of which ${got.length} came`);
    }
  } finally {
    await inbox.close();
  }
}

/** Its inbox gets a mail with a file from a sender of this Node. */
async function receives(command: string, args: readonly string[], cwd: string) {
  const child = spawn(command, [...args, "receive"], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let [printed, errors] = ["", ""];
  child.stderr.setEncoding("utf8").on("data", (text) => (errors += text));
  const timer = setTimeout(() => child.kill(), 30_000);
  try {
    child.stdout.setEncoding("utf8");
    for await (const text of child.stdout) {
      const before = printed;
      printed += text;
      const [, url] = /^(smtp:\S+)\n/.exec(printed) ?? [];
      if (url && !before.includes("\n")) await sendOne(url);
    }
    if (child.exitCode === null) await once(child, "exit");
    const said = printed.split("\n")[1] ?? "";
    if (!said.includes('"subject":"Files"') || !said.includes('"files":["a.txt"]')) {
      throw new Error(`It received:\n${printed}\n${errors}`);
    }
  } finally {
    clearTimeout(timer);
    child.kill();
  }
}

async function sendOne(url: string): Promise<void> {
  const transport = createPostmarkTransport({ url });
  const sender = createSender({ transport, from: "Shop <a@shop.example>" });
  const attachments = [{ filename: "a.txt", content: Buffer.from("a file") }];
  const message = { to: "ada@example.com", subject: "Files", html: `<p>${props.name}</p>` };
  await sender.send({ ...message, text: props.name, attachments });
  await sender.close();
}
