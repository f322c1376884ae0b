/**
 * Kills `letterpress dev` (SIGKILL) while mail pours into its inbox, ten times over, and looks
 * whether every message that got its 250 is there after the restart.
 *
 * `npx tsx test/fuzz/kill.ts [--rounds 10] [--messages 1000]`
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildSync } from "esbuild";
import { createProject, emailShowing } from "../preview/server/test-project.ts";
import { createSeededRandom } from "../transport/seeded-random.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "10" },
    messages: { type: "string", default: "1000" },
  },
});
const rounds = Number(values.rounds);
const messages = Number(values.messages);
const connections = 4;
const random = createSeededRandom(1);

const script = resolve("node_modules/.cache/letterpress/cli.kill.mjs");
buildSync({
  ...{ entryPoints: [resolve("src/cli/index.ts")], outfile: script, bundle: true },
  ...{ packages: "external", platform: "node", format: "esm", logLevel: "warning" },
});
const project = createProject({ "emails/a.tsx": emailShowing("A") });

interface Preview {
  readonly child: ChildProcess;
  readonly url: string;
  readonly smtpPort: number;
}

async function startPreview(): Promise<Preview> {
  const args = [script, "dev", "--port", "0", "--smtp-port", "0"];
  const child = spawn(process.execPath, args, {
    cwd: project.root,
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  let text = "";
  for await (const chunk of child.stdout) {
    text += chunk;
    const url = /Preview {2}(\S+)/.exec(text)?.[1];
    const smtpPort = /Inbox {4}smtp:\/\/127\.0\.0\.1:(\d+)/.exec(text)?.[1];
    if (url && smtpPort) return { child, url, smtpPort: Number(smtpPort) };
  }
  throw new Error(`The preview ended: ${text}`);
}

/**
 * Sends messages until all are sent or the server is gone.
 *
 * @param onTaken told of each that got its 250
 * @returns the ids of those
 */
function pour(port: number, count: number, onTaken: () => void): Promise<readonly string[]> {
  const ids: string[] = [];
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1").setEncoding("latin1");
    let rest = "";
    let sent = 0;
    const transaction = () => {
      sent += 1;
      const body = "x".repeat(Math.floor(random() * 8_000));
      socket.write("MAIL FROM:<a@b.test>\r\nRCPT TO:<c@d.test>\r\nDATA\r\n");
      socket.write(`Subject: ${sent}\r\n\r\n${body}\r\n.\r\n`);
    };
    socket.on("connect", () => socket.write("EHLO kill\r\n"));
    socket.on("data", (text) => {
      rest += text;
      const lines = rest.split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const id = /^250 .*queued as (\S+)/.exec(line)?.[1];
        if (id) {
          ids.push(id);
          onTaken();
        }
        if (!id && !/^250 (?!\d)/.test(line)) continue;
        if (sent < count) transaction();
        else socket.end("QUIT\r\n");
      }
    });
    socket.on("error", () => undefined).on("close", () => done(ids));
  });
}

async function missingOf(url: string, ids: readonly string[]): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const id of ids) {
    const answer = await fetch(new URL(`api/v1/messages/${id}`, url));
    await answer.arrayBuffer();
    if (answer.status !== 200) missing.push(id);
  }
  return missing;
}

let failed = 0;
let kept = 0;
let preview = await startPreview();
try {
  for (let round = 1; round <= rounds; round += 1) {
    const { child, smtpPort } = preview;
    const exited = once(child, "exit");
    const killedAfter = Math.round(messages * (0.1 + 0.8 * random()));
    let taken = 0;
    const onTaken = () => {
      taken += 1;
      if (taken === killedAfter) child.kill("SIGKILL");
    };
    const each = Math.ceil(messages / connections);
    const pouring = Array.from({ length: connections }, () => pour(smtpPort, each, onTaken));
    const ids = (await Promise.all(pouring)).flat();
    await exited;
    preview = await startPreview();
    const missing = await missingOf(preview.url, ids);
    console.log(
      `  round ${round}: killed after ${killedAfter} messages, ${ids.length} got their 250, ${missing.length} are missing`,
    );
    kept += ids.length;
    if (missing.length > 0) failed += 1;
  }
} finally {
  preview.child.kill("SIGKILL");
  project.dispose();
}
console.log(`  ${kept} messages kept`);
console.log(`${rounds - failed} passed, ${failed} failed`);
process.exit(failed > 0 || kept === 0 ? 1 : 0);
