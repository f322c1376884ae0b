import type { WebhookRecord } from "../webhook/store/webhook-store.ts";

/** Where webhooks are posted to once more. */
export interface ReplayTarget {
  readonly url: string | undefined;
  readonly header: string | undefined;
}

const longestMs = 60_000;

/**
 * Makes what posts a webhook to the app as Postmark did, under its id, and asks to have it handled
 * even if it was done.
 *
 * @returns gives the problem, or `undefined` when it was handled
 * @throws {TypeError} when the address is none
 */
export function createReplayPost({
  url: given = "",
  header,
}: ReplayTarget): (record: WebhookRecord) => Promise<string | undefined> {
  if (!URL.canParse(given) || !/^https?:/.test(given)) {
    throw new TypeError(
      "Cannot replay: --url is not an address that begins with http:// or https://",
    );
  }
  const url = new URL(given);
  const { username, password } = url;
  url.username = "";
  url.password = "";
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const headers = {
    "content-type": "application/json",
    "x-letterpress-replay": "1",
    ...(username !== "" && { authorization: `Basic ${Buffer.from(login).toString("base64")}` }),
    ...(header !== undefined && { [header]: process.env.LETTERPRESS_WEBHOOK_SECRET ?? "" }),
  };
  return async ({ id, body }) => {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { ...headers, "x-pm-webhook-trace-id": id },
        body,
        redirect: "error",
        signal: AbortSignal.timeout(longestMs),
      });
      await response.body?.cancel();
      return response.status === 200 ? undefined : `the app answered ${response.status}`;
    } catch (error) {
      const { code } = ((error as Error).cause ?? {}) as { readonly code?: string };
      return `the app could not be reached${code === undefined ? "" : ` (${code})`}`;
    }
  };
}
