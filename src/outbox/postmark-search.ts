import type { MessageSearch } from "./outbox-options.ts";

/** Options of {@link createPostmarkSearch}. */
export interface PostmarkSearchOptions {
  /** The server's API token; by sender's name, where the outbox has several. */
  readonly serverToken: string | Readonly<Record<string, string>>;
  /** Where the API is. @default "https://api.postmarkapp.com" */
  readonly url?: string | undefined;
  /** @default the global one */
  readonly fetch?: typeof fetch | undefined;
}

/**
 * Looks messages up by Postmark's search of outbound messages, by one field of metadata. How long
 * a message takes to appear there is documented nowhere, so an outbox looks several times, spaced.
 *
 * @see https://postmarkapp.com/developer/api/messages-api#outbound-message-search
 */
export function createPostmarkSearch(options: PostmarkSearchOptions): MessageSearch {
  const { serverToken, url = "https://api.postmarkapp.com", fetch: call = fetch } = options;
  return async ({ key, value, sender, signal }) => {
    const token = typeof serverToken === "string" ? serverToken : serverToken[sender];
    if (!token) throw new Error(`Cannot search: no server token is set for the sender "${sender}"`);
    const address = new URL("messages/outbound", url.endsWith("/") ? url : `${url}/`);
    address.searchParams.set("count", "1");
    address.searchParams.set("offset", "0");
    address.searchParams.set(`metadata_${key}`, value);
    const response = await call(address, {
      headers: { Accept: "application/json", "X-Postmark-Server-Token": token },
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) throw new Error(`Cannot search: Postmark answers with ${response.status}`);
    return readFirst(await response.json());
  };
}

function readFirst(body: unknown): { readonly postmarkId?: string | undefined } | undefined {
  const { TotalCount, Messages } = (body ?? {}) as { TotalCount?: unknown; Messages?: unknown };
  if (typeof TotalCount !== "number" || !Array.isArray(Messages)) {
    throw new Error("Cannot search: what came is no answer of Postmark's");
  }
  const [first] = Messages;
  if (first === undefined && TotalCount === 0) return undefined;
  const id = (first as { MessageID?: unknown } | undefined)?.MessageID;
  return { postmarkId: typeof id === "string" ? id : undefined };
}
