import type { IncomingMessage, ServerResponse } from "node:http";
import { writeError } from "../api/answer.ts";
import type { Room } from "../front/entrance.ts";
import type { AgentSources } from "./agent-sources.ts";

type Handler = (request: Request) => Promise<Response>;

/** Longest body of a request, in octets; props of an email are well below. */
const longestBody = 4 * 1024 * 1024;

/** The tools over HTTP, at `/mcp` of the preview. Loaded when an agent comes. */
export function serveAgents(sources: AgentSources): Room {
  let loading: Promise<Handler> | undefined;
  return {
    allows: (_, path) => (path === "/mcp" ? ["empty"] : undefined),
    async answer(request, response) {
      loading ??= load(sources);
      let handle: Handler;
      try {
        handle = await loading;
      } catch (error) {
        loading = undefined;
        writeError(response, 501, error instanceof Error ? error.message : String(error));
        return;
      }
      const body = await readBody(request);
      if (!body) {
        writeError(response, 413, "Cannot read the body: it is longer than 4 MiB");
        return;
      }
      await write(await handle(toRequest(request, body)), response);
    },
  };
}

async function load(sources: AgentSources): Promise<Handler> {
  const { createAgentServer, loadMcp } = await import("./create-agent-server.ts");
  const mcp = await loadMcp();
  return mcp.createMcpHandler(() => createAgentServer(mcp, sources)).fetch;
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= longestBody) chunks.push(chunk);
  }
  return length > longestBody ? undefined : Buffer.concat(chunks);
}

function toRequest({ method = "GET", headers, url }: IncomingMessage, body: Buffer): Request {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as [string, string]] : [],
  );
  return new Request(new URL(url ?? "/", `http://${headers.host}`), {
    ...{ method, headers: given },
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
}

/** Piece by piece: an answer may be a stream that goes on. */
async function write(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (!answer.body) {
    response.end();
    return;
  }
  const reader = answer.body.getReader();
  response.on("close", () => void reader.cancel().catch(() => undefined));
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    response.write(value);
  }
  response.end();
}
