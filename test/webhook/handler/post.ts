import type { WebhookHandlerOptions } from "letterpress/webhook";

/** User and password that the tests' handlers take. */
export const credential = { user: "postmark", password: "correct horse battery staple" };

/** The header of basic authentication. */
export function basic({ user, password }: typeof credential = credential): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

/** What a test says of a request. */
export interface PostOptions {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly trace?: string | undefined;
  readonly method?: string | undefined;
}

/** A request as Postmark sends one. @param body what is not text or octets is written as JSON */
export function makeRequest(body: unknown, { headers, trace, method = "POST" }: PostOptions = {}) {
  const isRaw =
    typeof body === "string" || body instanceof Uint8Array || body instanceof ReadableStream;
  return new Request("http://app.example/webhooks", {
    method,
    headers: {
      ...{ authorization: basic(), "content-type": "application/json" },
      ...(trace !== undefined && { "x-pm-webhook-trace-id": trace }),
      ...headers,
    },
    ...(method === "POST" && { body: (isRaw ? body : JSON.stringify(body)) as BodyInit }),
    duplex: "half",
  } as RequestInit);
}

/** A delivery to ada@example.com. */
export const delivery = {
  ...{ RecordType: "Delivery", MessageStream: "outbound", ServerID: 23 },
  MessageID: "883953f4-6105-42a2-a16a-77a8eac79483",
  ...{ Recipient: "ada@example.com", DeliveredAt: "2026-11-05T16:33:54.9070259Z" },
  ...{ Details: "smtp;250 OK", Metadata: { "Letterpress-Id": "abc" } },
};

/** A hard bounce of ada@example.com. */
export const bounce = {
  ...{ RecordType: "Bounce", MessageStream: "outbound", Type: "HardBounce", TypeCode: 1, ID: 42 },
  MessageID: "883953f4-6105-42a2-a16a-77a8eac79483",
  ...{ Email: "Ada@example.com", BouncedAt: "2026-11-05T16:33:54.9070259Z", Inactive: true },
  ...{ CanActivate: true, Details: "smtp;550 5.1.1\r\n no such user", ServerID: 23 },
};

/** Options with credentials, and `onEvent` that does nothing. */
export function options(given: Partial<WebhookHandlerOptions> = {}): WebhookHandlerOptions {
  return { credentials: credential, onEvent: () => undefined, ...given };
}
