import type { IncomingMessage, ServerResponse } from "node:http";
import { isPostmarkPath, longestPostmarkBody } from "../postmark-api/handle-postmark-request.ts";
import { findForeign } from "./find-foreign.ts";
import { apiPath, handleApiRequest, longestBody } from "./handle-api-request.ts";
import { postmarkPrefix, type ServedInbox } from "./served-inbox.ts";

/**
 * Answers a request of Node's HTTP server: refuses who may not ask, and what is no path of the API.
 *
 * @param token what lets in requests of other machines; `undefined`: nothing does
 */
export async function answerApiRequest(
  inbox: ServedInbox,
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
  const postmarkPath = inbox.postmark && findPostmarkPath(url.pathname);
  const longest = postmarkPath === undefined ? longestBody : longestPostmarkBody;
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort(new Error("Cannot wait: the client went away")));
  const { method = "GET" } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = hasBody ? await readBody(incoming, longest) : undefined;
  const request = new Request(url, {
    ...{ method, headers, signal: gone.signal },
    ...(body && { body }),
  });
  const response =
    postmarkPath === undefined
      ? await handleApiRequest(inbox, request)
      : await inbox.postmark?.answer(postmarkPath, request);
  const missing = () => (postmarkPath === undefined ? noPath() : noPostmarkPath());
  await send(outgoing, response ?? missing(), method !== "HEAD");
}

/** Postmark's API stands below its own path, and at the root where nothing else does. */
function findPostmarkPath(path: string): string | undefined {
  if (path.startsWith(`${postmarkPrefix}/`)) return path.slice(postmarkPrefix.length);
  return isPostmarkPath(path) ? path : undefined;
}

function noPath(): Response {
  return refuse(404, `Cannot find this path: the API is at ${apiPath}`);
}

function noPostmarkPath(): Response {
  const body = { ErrorCode: 12, Message: "Resource not found." };
  return Response.json(body, { status: 404, headers: { "x-pm-apierrorcode": "12" } });
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
async function readBody(
  incoming: IncomingMessage,
  longest: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longest) break;
  }
  return new Uint8Array(Buffer.concat(chunks));
}
