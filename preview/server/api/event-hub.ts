import type { ServerResponse } from "node:http";
import type { ServerEvent } from "../../protocol/index.ts";

/** Tells every open page what happened (server-sent events). */
export interface EventHub {
  send(event: ServerEvent): void;
  /** Whether any page is open. */
  isHeard(): boolean;
  /** Makes a response a stream of events until either side ends it. */
  attach(response: ServerResponse): void;
  /** Ends all streams. */
  close(): void;
}

/** Proxies and browsers give up on a silent stream; a comment now and then keeps it. */
const heartbeatMs = 25_000;
/** How long a page waits before it asks again after the stream broke. */
const retryMs = 500;

/** Creates a hub without listeners. */
export function createEventHub(): EventHub {
  const open = new Set<ServerResponse>();
  const heartbeat = setInterval(() => write(":\n\n"), heartbeatMs);
  heartbeat.unref();

  function write(text: string): void {
    for (const response of open) response.write(text);
  }

  return {
    send: (event) => write(`data: ${JSON.stringify(event)}\n\n`),
    isHeard: () => open.size > 0,
    attach(response) {
      response.writeHead(200, {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        // A proxy in between must not hold events back.
        "x-accel-buffering": "no",
      });
      response.write(`retry: ${retryMs}\n\n`);
      response.socket?.setNoDelay(true);
      open.add(response);
      response.on("close", () => open.delete(response));
    },
    close() {
      clearInterval(heartbeat);
      for (const response of open) response.end();
      open.clear();
    },
  };
}
