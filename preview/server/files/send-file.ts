import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { contentTypeOf } from "./content-type.ts";

/** Answers with a file; 304 when the browser has it already. @returns false when there is none */
export async function sendFile(
  file: string,
  headers: Readonly<Record<string, string>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const stats = await stat(file).catch(() => undefined);
  if (!stats?.isFile()) return false;
  const etag = `W/"${stats.size}-${stats.mtimeMs}"`;
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, { etag, ...headers }).end();
    return true;
  }
  response.writeHead(200, {
    "content-type": contentTypeOf(file),
    "content-length": stats.size,
    etag,
    ...headers,
  });
  if (request.method === "HEAD") response.end();
  // A reader that goes away half through is no error of ours.
  else await pipeline(createReadStream(file), response).catch(() => response.destroy());
  return true;
}
