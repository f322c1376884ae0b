/**
 * An app that takes webhooks, in a process of its own that can be killed: `app.ts FOLDER PORT`. Each
 * event that it is told of becomes a line of `seen.txt` in the folder. Prints its port, and its
 * memory when it is asked by a signal.
 */
import { openSync, writeSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createWebhookFolder, createWebhookHandler, nodeWebhook } from "letterpress/webhook";
import { credential } from "../handler/post.ts";
import { leaseMs } from "./lease.ts";

const [folder = "", port = "0"] = process.argv.slice(2);
const seen = openSync(join(folder, "seen.txt"), "a");
const { store, suppressions } = await createWebhookFolder({ folder });
const handler = createWebhookHandler({
  credentials: credential,
  store,
  suppressions,
  leaseMs,
  onEvent: (_, { id }) => void writeSync(seen, `${id}\n`),
});
const server = createServer(nodeWebhook(handler)).listen(Number(port), "127.0.0.1", () => {
  console.log(`port ${(server.address() as AddressInfo).port}`);
});
process.on("SIGUSR2", () => console.log(`memory ${process.memoryUsage().rss}`));
