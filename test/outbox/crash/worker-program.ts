import { createPostmarkTransport, createSender } from "../../../src/index.ts";
import { createOutbox, createPostmarkSearch } from "../../../src/outbox/index.ts";

/** What a worker of the crash matrix is told. */
export interface WorkerTask {
  readonly url: string;
  readonly schema: string;
  readonly smtpUrl: string;
  /** None: what is uncertain is held. */
  readonly searchUrl: string | undefined;
  readonly concurrency: number;
  readonly maxConnections: number;
  readonly leaseMs?: number;
}

/** Works until it is told to end. */
const task: WorkerTask = JSON.parse(process.argv[2] ?? "{}");
const ending = new AbortController();
process.on("SIGTERM", () => ending.abort());
process.stdin.on("end", () => process.exit(1)).resume();
const transport = createPostmarkTransport({ url: task.smtpUrl, timeoutMs: 3_000 });
const outbox = createOutbox({
  ...{ url: task.url, schema: task.schema },
  sender: createSender({ transport, from: "shop@shop.example" }),
  search:
    task.searchUrl === undefined
      ? undefined
      : createPostmarkSearch({ serverToken: "token", url: task.searchUrl }),
  ...{ lookAfterMs: [400, 800, 1_200], retryAfterMs: [50, 100, 200], probeAfterMs: 100 },
  limits: { maxConnections: task.maxConnections },
  maxDatabaseConnections: 4,
  onEvent: (event) => {
    if (process.env.CRASH_VERBOSE && event.type === "database") console.error(process.pid, event);
  },
});
await outbox.work({
  ...{
    signal: ending.signal,
    concurrency: task.concurrency,
    pollMs: 200,
    leaseMs: task.leaseMs ?? 2_000,
  },
});
await outbox.close();
await transport.close();
process.exit(0);
