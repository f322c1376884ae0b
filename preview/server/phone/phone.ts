import type { ViteDevServer } from "vite";
import type { PhoneCode, PhoneCodeRequest, PhoneState } from "../../protocol/index.ts";
import { Refusal } from "../api/answer.ts";
import type { Route } from "../api/router.ts";
import { codeMs, createPhonePasses } from "./phone-passes.ts";
import { openPhoneServer, type PhoneServerOptions } from "./phone-server.ts";

/** Emails on devices of the same network, where the preview was started for it. */
export interface Phone {
  readonly routes: readonly Route[];
  /** `http://192.168.0.7:40123`; `undefined` when it was not asked for. */
  readonly origin: string | undefined;
  /** Tells devices that emails may look another way now. */
  changed(): void;
  close(): Promise<void>;
}

/** What {@link openPhone} needs. */
export interface PhoneOptions extends Pick<PhoneServerOptions, "listing" | "renders"> {
  /** An address of this machine; `undefined`: nothing is opened. */
  readonly host: string | undefined;
  /** The preview's own server, which has the pictures of emails. */
  readonly httpServer: ViteDevServer["httpServer"];
  /** Told when a device was let in, or all were sent away. */
  readonly onChange: () => void;
}

const switchedOff =
  "Cannot open emails on a phone: the preview was not started with --host; run `letterpress dev --host`";

/** Opens the preview to phones, if it was asked for. @throws {Error} when the address cannot be listened on */
export async function openPhone({
  host,
  onChange,
  httpServer,
  ...sources
}: PhoneOptions): Promise<Phone> {
  const passes = createPhonePasses(() => Date.now());
  const server =
    host === undefined
      ? undefined
      : await openPhoneServer({
          ...{ ...sources, passes, host, onDevice: onChange },
          assetsOrigin: () => originOf(httpServer),
        });
  const stateOf = (): PhoneState => ({
    origin: server?.origin ?? null,
    devices: passes.devices,
  });
  return {
    origin: server?.origin,
    changed: () => server?.changed(),
    close: async () => server?.close(),
    routes: [
      { method: "GET", path: "/api/phone", handle: () => ({ json: stateOf() }) },
      {
        method: "POST",
        path: "/api/phone/code",
        async handle(request) {
          if (!server) throw new Refusal(409, switchedOff);
          const { id, variant } = readRequest(await request.json());
          if (!sources.listing.get(id)) throw new Refusal(404, sources.listing.whyMissing(id));
          const url = server.addressOf(passes.newCode(), id, variant);
          const { qrCodeSvg } = await import("./qr-code.ts");
          return {
            json: { url, svg: qrCodeSvg(url), seconds: codeMs / 1_000 } satisfies PhoneCode,
          };
        },
      },
      {
        method: "DELETE",
        path: "/api/phone",
        handle() {
          passes.revoke();
          server?.disconnect();
          onChange();
          return { json: stateOf() };
        },
      },
    ],
  };
}

function readRequest(body: unknown): PhoneCodeRequest {
  const { id, variant } = (body ?? {}) as Partial<Record<keyof PhoneCodeRequest, unknown>>;
  if (typeof id === "string" && typeof variant === "string") return { id, variant };
  throw new Refusal(400, "Cannot make a code: the body must be { id: string, variant: string }");
}

function originOf(httpServer: ViteDevServer["httpServer"]): string | undefined {
  const address = httpServer?.address();
  return address && typeof address === "object" ? `http://127.0.0.1:${address.port}` : undefined;
}
