/** An inbox in a process of its own: `serve.mjs PORT ASK-PORT [FOLDER]`. Tells how long its event loop stood still. */
import { createServer } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createInbox } from "../../../src/inbox/create-inbox.ts";

const [port = "0", askPort = "0", folder] = process.argv.slice(2);
const inbox = await createInbox({ port: Number(port), folder: folder || undefined });
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** What is held once what nobody needs is gone, MB. */
function heldMb(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1024 ** 2;
}

createServer((request, response) => {
  if (request.url === "/clear") inbox.clear();
  if (request.url === "/reset") delay.reset();
  const [newest] = inbox.list();
  const problems = newest?.problems.map(({ code }) => code) ?? [];
  const count = inbox.list().length;
  const held = request.url === "/held" ? { heldMb: heldMb() } : {};
  response.end(JSON.stringify({ blockMs: delay.max / 1e6, count, problems, ...held }));
}).listen(Number(askPort), "127.0.0.1");
