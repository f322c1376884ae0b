import type { IncomingMessage, ServerResponse } from "node:http";
import type { InboxView } from "../inbox.ts";
import { findForeign } from "./find-foreign.ts";
import { apiPath, handleApiRequest, longestBody } from "./handle-api-request.ts";

/**
 * Answers a request of Node's HTTP server: refuses who may not ask, and what is no path of the API.
 *
 * @param token what lets in requests of other machines; `undefined`: nothing does
 */
export async function answerApiRequest(
  inbox: InboxView,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  token: string | undefined,
): Promise<void> {
  const headers = toHeaders(incoming);
  const { remoteAddress = "" } = incoming.socket;
  const foreign = findForeign({ remoteAddress, headers }, token);
  if (foreign) return send(outgoing, refuse(foreign.status, foreign.message), true);
  const url = toUrl(incoming.url);
  if (!url) return send(outgoing, refuse(400, "Cannot read the address of the request"), true);
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort(new Error("Cannot wait: the client went away")));
  const { method = "GET" } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = hasBody ? await readBody(incoming) : undefined;
  const request = new Request(url, {
    ...{ method, signal: gone.signal },
    ...(body && { body }),
  });
  const response = await handleApiRequest(inbox, request);
  const missing = () => refuse(404, `Cannot find this path: the API is at ${apiPath}`);
  await send(outgoing, response ?? missing(), method !== "HEAD");
}

function refuse(status: number, error: string): Response {
  return Response.json({ error }, { status });
}

async function send(outgoing: ServerResponse, response: Response, withBody: boolean) {
  const body = new Uint8Array(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    "content-length": body.length,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  outgoing.end(withBody ? body : undefined);
}

function toHeaders({ headers }: IncomingMessage): Headers {
  const known = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === "string") known.set(name, value);
  }
  return known;
}

/** Only a path: what names a host, or is no path, is not for us. */
function toUrl(path = ""): URL | undefined {
  if (!path.startsWith("/") || path.startsWith("//")) return undefined;
  return URL.canParse(`http://inbox${path}`) ? new URL(`http://inbox${path}`) : undefined;
}

/** Reads one piece more than is taken at most, so that it is refused for its length. */
async function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestBody) break;
  }
  return new Uint8Array(Buffer.concat(chunks));
}
