import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  request as requestOf,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { afterPrologue } from "../../protocol/html/after-prologue.ts";
import type { EmailListing } from "../emails/email-list.ts";
import { readPath } from "../front/asked-path.ts";
import { assetFile } from "../front/asset-files.ts";
import type { RenderService } from "../views/render-service.ts";
import { newNonce, notice, phoneHeaders } from "./phone-answers.ts";
import { encodePath, frameSandbox, writePhonePage } from "./phone-page.ts";
import type { PhonePasses } from "./phone-passes.ts";

/** A server beside the preview's own, for devices on the same network: it shows emails, and does nothing else. */
export interface PhoneServer {
  /** `http://192.168.0.7:40123` */
  readonly origin: string;
  /** The address that opens an email, once, for whoever has the code. */
  addressOf(code: string, id: string, variant: string): string;
  /** Tells devices that emails may look another way now. */
  changed(): void;
  /** Ends what devices have open: they are to come in anew. */
  disconnect(): void;
  close(): Promise<void>;
}

/** What a {@link PhoneServer} shows. */
export interface PhoneServerOptions {
  /** One address of this machine. */
  readonly host: string;
  /** @default a free one */
  readonly port?: number | undefined;
  readonly passes: PhonePasses;
  readonly listing: EmailListing;
  readonly renders: Pick<RenderService, "view">;
  /** Where pictures and fonts of emails are served, on loopback: `http://127.0.0.1:5173`. */
  readonly assetsOrigin: () => string | undefined;
  /** Told when a device was let in. */
  readonly onDevice: () => void;
}

const cookieName = "letterpress-phone";

const usedUp =
  "This code was used already, or is too old. Choose “On a phone” in the preview again, and scan the new code.";

/** Opens the server. @throws {Error} when the address cannot be listened on */
export async function openPhoneServer(options: PhoneServerOptions): Promise<PhoneServer> {
  const { host, port = 0, passes, listing, renders } = options;
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.listen(port, host);
  await once(server, "listening");
  const { port: taken } = server.address() as AddressInfo;
  const authority = `${host}:${taken}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = readPath(request.url ?? "/");
    if (typeof asked === "string") return notice(response, 400, "That address cannot be read.");
    if (request.method !== "GET" && request.method !== "HEAD") {
      return notice(response, 405, "Nothing can be changed from here.");
    }
    // Another name for this address would be a page of some site that has bent its name to it.
    if (request.headers.host !== authority) {
      return notice(response, 403, `Open this by its address, http://${authority}.`);
    }
    const url = new URL(asked.url, `http://${authority}`);
    if (url.pathname === "/open") return letIn(url, response);
    if (!passes.knows(keyOf(request))) {
      return notice(response, 403, "Scan the code that the preview shows under “On a phone”.");
    }
    const [, room = "", ...rest] = url.pathname.split("/");
    const id = rest.map(decodeURIComponent).join("/");
    const variant = url.searchParams.get("variant") || "default";
    if (room === "emails" || url.pathname === "/") {
      if (isAsset(request, asked)) return passOn(asked.url, response);
      return sendPage(id || (listing.list().emails[0]?.id ?? ""), variant, response);
    }
    if (room === "frame") return sendFrame(id, variant, response);
    if (url.pathname === "/changes") return attach(response);
    if (isAsset(request, asked)) return passOn(asked.url, response);
    return notice(response, 404, "There is no such page.");
  }

  function letIn(url: URL, response: ServerResponse): void {
    const key = passes.spend(url.searchParams.get("code") ?? "");
    if (key === undefined) {
      notice(response, 403, usedUp);
      return;
    }
    options.onDevice();
    const id = url.searchParams.get("id") ?? "";
    const variant = url.searchParams.get("variant") ?? "default";
    response.writeHead(303, {
      location: `/emails/${encodePath(id)}?variant=${encodeURIComponent(variant)}`,
      "set-cookie": `${cookieName}=${key}; HttpOnly; SameSite=Strict; Path=/`,
      ...phoneHeaders(),
    });
    response.end();
  }

  async function sendPage(id: string, variant: string, response: ServerResponse): Promise<void> {
    const view = await renders.view({ id, variant, locale: null, props: null });
    const nonce = newNonce();
    const html = writePhonePage({ emails: listing.list().emails, id, view, nonce });
    response.writeHead(view ? 200 : 404, phoneHeaders(nonce)).end(html);
  }

  async function sendFrame(id: string, variant: string, response: ServerResponse): Promise<void> {
    const view = await renders.view({ id, variant, locale: null, props: null });
    const { result } = view ?? {};
    if (result?.status !== "rendered") return notice(response, 404, "The email does not render.");
    const policy = [
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
      "img-src * data:; media-src * data:; font-src * data:; style-src * 'unsafe-inline'",
      `sandbox ${frameSandbox}`,
    ];
    response.writeHead(200, { ...phoneHeaders(), "content-security-policy": policy.join("; ") });
    response.end(afterPrologue(result.html, '<base target="_blank">'));
  }

  function attach(response: ServerResponse): void {
    response.writeHead(200, {
      ...phoneHeaders(),
      "content-type": "text/event-stream; charset=utf-8",
    });
    response.write("retry: 1000\n\n");
    streams.add(response);
    response.on("close", () => streams.delete(response));
  }

  /** A picture or a font of an email, from the preview. */
  function passOn(path: string, response: ServerResponse): void {
    const origin = options.assetsOrigin();
    if (origin === undefined) {
      notice(response, 503, "The preview is not there.");
      return;
    }
    const asking = requestOf(origin + path, (found) => {
      const { "content-type": type = "application/octet-stream" } = found.headers;
      response.writeHead(found.statusCode ?? 502, { ...phoneHeaders(), "content-type": type });
      found.pipe(response);
    });
    asking.on("error", () => notice(response, 502, "The picture cannot be loaded."));
    asking.end();
  }

  function disconnect(): void {
    for (const stream of streams) stream.end();
  }

  return {
    origin: `http://${authority}`,
    addressOf: (code, id, variant) =>
      `http://${authority}/open?${new URLSearchParams({ code, id, variant })}`,
    changed() {
      for (const stream of streams) stream.write("data: changed\n\n");
    },
    disconnect,
    async close() {
      disconnect();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function isAsset(
  { headers: { "sec-fetch-dest": destination } }: IncomingMessage,
  { path, url }: { readonly path: string; readonly url: string },
): boolean {
  return destination !== "document" && assetFile(path, url) !== undefined;
}

function keyOf({ headers: { cookie = "" } }: IncomingMessage): string {
  return new RegExp(`(?:^|; )${cookieName}=([\\w-]+)`).exec(cookie)?.[1] ?? "";
}
