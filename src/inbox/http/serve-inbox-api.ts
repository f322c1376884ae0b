import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerApiRequest } from "./answer-api-request.ts";
import { apiPath } from "./handle-api-request.ts";
import { isLoopbackName } from "./loopback.ts";
import { postmarkPrefix, type ServedInbox } from "./served-inbox.ts";

/** Options of {@link serveInboxApi}. */
export interface InboxApiOptions {
  /** 0 takes a free one. @default 0 */
  readonly port?: number | undefined;
  /** Address to listen on. Another than this machine's own needs a token. @default "127.0.0.1" */
  readonly host?: string | undefined;
  /** Lets in requests of other machines, as `Authorization: Bearer <token>`. @default none is let in */
  readonly token?: string | undefined;
}

/** A running API. */
export interface InboxApi {
  /** `http://127.0.0.1:8025/api/v1`; its documentation is at `/openapi.json` below it. */
  readonly url: string;
  /** Where Postmark's API is: `http://127.0.0.1:8025/postmark`; its paths are at the root, too. */
  readonly postmarkUrl: string;
  /** `127.0.0.1:8025`: what the `postmark` package takes as `requestHost`, with `useHttps: false`. */
  readonly host: string;
  readonly port: number;
  /** Ends the server and every connection. */
  close(): Promise<void>;
}

/**
 * Serves an inbox over HTTP, for tests in any language: list, search, get, wait, mark and delete.
 * The API describes itself (OpenAPI 3.1) at `/api/v1/openapi.json`. Of a whole inbox, Postmark's own
 * API is served beside it, for any client of Postmark.
 *
 * @example
 * ```ts
 * const inbox = await createInbox({ port: 2525 });
 * const api = await serveInboxApi(inbox, { port: 8025 });
 * // curl "http://127.0.0.1:8025/api/v1/wait?to=ada@example.com"
 * ```
 *
 * @throws {TypeError} when it is to listen for other machines without a token
 * @throws {Error} when the port is taken
 */
export async function serveInboxApi(
  inbox: ServedInbox,
  { port = 0, host = "127.0.0.1", token }: InboxApiOptions = {},
): Promise<InboxApi> {
  if (!isLoopbackName(host) && !token) {
    throw new TypeError(
      `Cannot serve the inbox: 'host' is ${host}, which other machines reach; pass a 'token' too`,
    );
  }
  const server = createServer((request, response) => {
    answerApiRequest(inbox, request, response, token || undefined).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const address = `${host.includes(":") ? `[${host}]` : host}:${taken}`;
  return {
    url: `http://${address}${apiPath}`,
    postmarkUrl: `http://${address}${postmarkPrefix}`,
    host: address,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
