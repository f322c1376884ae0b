import { realpath } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, sep } from "node:path";
import { writeError } from "../api/answer.ts";
import type { Room } from "../front/entrance.ts";
import type { Destination } from "../front/guard.ts";
import { sendFile } from "./send-file.ts";

/** A file that is opened by itself runs nothing and reaches nothing, whatever it holds. */
const staticPolicy = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'";

const prefix = "/static/";
const destinations: readonly Destination[] = [
  ...(["image", "style", "font", "audio", "video", "track", "empty", "document"] as const),
];

/** Serves `/static/…` from a folder, and nothing from outside it. */
export function serveStaticFolder(folder: string): Room {
  return {
    allows: (_, path) => (path.startsWith(prefix) ? destinations : undefined),
    answer: answerFile,
  };

  async function answerFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? "").replace(/[?#].*$/s, "").slice(prefix.length);
    if (request.method !== "GET" && request.method !== "HEAD") {
      return writeError(response, 405, "Cannot answer: files are only read");
    }
    const file = await resolveInside(folder, path);
    const headers = { "cache-control": "no-cache", "content-security-policy": staticPolicy };
    if (file !== undefined && (await sendFile(file, headers, request, response))) return;
    writeError(response, 404, `Cannot find /static/${path}: the static folder has no such file`);
  }
}

/** The real file that a URL path names, or `undefined` when it lies elsewhere or nowhere. */
async function resolveInside(folder: string, urlPath: string): Promise<string | undefined> {
  try {
    const path = decodeURIComponent(urlPath);
    if (path.includes("\0")) return undefined;
    const inside = `${await realpath(folder)}${sep}`;
    const file = await realpath(join(inside, path));
    return file.startsWith(inside) ? file : undefined;
  } catch {
    return undefined;
  }
}
