import { type IncomingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";

/** An answer, read whole. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks with any headers and any path, which `fetch` would fix or forbid. */
export function ask(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = "GET",
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const { statusCode = 0 } = response;
      const done = (body: string) =>
        resolve({ status: statusCode, headers: response.headers, body });
      // A stream of events never ends.
      if (response.headers["content-type"]?.startsWith("text/event-stream")) {
        response.destroy();
        done("");
      } else text(response).then(done, reject);
    });
    sent.on("error", reject).end();
  });
}
