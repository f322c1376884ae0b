import { type InboxOptions, serveInboxApi } from "letterpress/inbox";
import { AccountClient, ServerClient } from "postmark";
import { onTestFinished } from "vitest";
import { openInbox } from "../open-inbox.ts";

/** A local Postmark, and Postmark's own clients pointed at it. */
export async function openPostmark(options: InboxOptions = {}, token = "any-token") {
  // Without a certificate, which takes longer to make than most tests take.
  const inbox = await openInbox({ startTls: false, ...options });
  const api = await serveInboxApi(inbox);
  onTestFinished(() => api.close());
  const at = { useHttps: false, requestHost: api.host };
  /** A request as any HTTP client makes it. */
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(api.postmarkUrl + path, {
      ...init,
      headers: {
        "content-type": "application/json",
        "x-postmark-server-token": token,
        ...init.headers,
      },
    });
  return {
    ...{ inbox, api, ask },
    client: new ServerClient(token, at),
    account: new AccountClient("account-token", at),
  };
}

/** A message that Postmark takes. */
export const mail = {
  From: "Shop <shop@example.com>",
  To: "Ada <ada@example.com>",
  Subject: "Hello",
  TextBody: "Hello Ada",
};
