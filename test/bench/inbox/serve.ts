/** An inbox in a process of its own: `serve.mjs PORT [FOLDER]`. Tells how long its event loop stood still. */
import { createServer } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createInbox } from "../../../src/inbox/create-inbox.ts";

const [port = "0", folder] = process.argv.slice(2);
const inbox = await createInbox({ port: Number(port), folder: folder || undefined });
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

createServer((request, response) => {
  if (request.url === "/clear") inbox.clear();
  if (request.url === "/reset") delay.reset();
  const [newest] = inbox.list();
  const problems = newest?.problems.map(({ code }) => code) ?? [];
  response.end(JSON.stringify({ blockMs: delay.max / 1e6, count: inbox.list().length, problems }));
}).listen(Number(port) + 1, "127.0.0.1");
