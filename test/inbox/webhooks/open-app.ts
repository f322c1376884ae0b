import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A webhook that an app got. */
export interface GotWebhook {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly payload: Record<string, unknown> & { readonly RecordType: string };
}

/** How the app answers: with a status, with headers too, or never. */
export type AppAnswer = number | { readonly status: number; readonly location: string } | "never";

/** An app that takes webhooks over HTTP, and remembers them. */
export async function openApp(answer: (got: GotWebhook, count: number) => AppAnswer = () => 200) {
  const got: GotWebhook[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const one = { path: request.url ?? "", headers: request.headers, payload: JSON.parse(body) };
    got.push(one);
    const said = answer(one, got.length);
    if (said === "never") return;
    const { status, ...headers } = typeof said === "number" ? { status: said } : said;
    response.writeHead(status, headers).end(`answer ${got.length}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { got, url: `http://127.0.0.1:${port}/webhooks`, port };
}
