import type { IncomingMessage, ServerResponse } from "node:http";
import { systemClock } from "../../clock.ts";

/** A request of Node, and what a framework may have made of its body already. */
export interface NodeRequest extends IncomingMessage {
  readonly body?: unknown;
}

/** Makes a web-standard request of one of Node's. Its body is read as it is asked for. */
export function toRequest(incoming: NodeRequest): Request {
  // A `Request` takes no CONNECT and no TRACE; all that counts is whether it is a POST.
  const method = incoming.method === "POST" ? "POST" : "GET";
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  const body = method === "POST" ? bodyOf(incoming) : null;
  // The address does not count, and may hold what a `Request` refuses.
  const init = { method, headers, body, duplex: "half" };
  return new Request("http://webhook.invalid/", init as RequestInit);
}

/** A body that a framework has read is gone from the connection: what it has made of it is used. */
function bodyOf(incoming: NodeRequest): BodyInit | null {
  const { body } = incoming;
  if (body === undefined || body === null || !incoming.readableDidRead) return toStream(incoming);
  if (typeof body === "string" || body instanceof Uint8Array) return body as BodyInit;
  return JSON.stringify(body);
}

/** Unlike `Readable.toWeb`, leaves the connection open when no one reads on, for the answer. */
function toStream(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = incoming.iterator({ destroyOnReturn: false });
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      chunks.return?.().catch(() => undefined);
    },
  });
}

/** Time that a client has to read a refusal while it is still sending, ms. */
const lingerMs = 1_000;

/** Writes a response, and ends a connection whose request was refused before its end. */
export async function writeResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    "content-length": body.length,
  });
  outgoing.end(body);
  const { req: incoming } = outgoing;
  if (incoming.complete) return;
  // Read and thrown away meanwhile: a connection that is cut at once takes the answer along.
  incoming.resume();
  await systemClock.sleep(lingerMs);
  if (!incoming.complete) incoming.destroy();
}
