import { isSameToken } from "../http/same-token.ts";
import type { LocalServer } from "../local-server.ts";
import { PostmarkRefusal } from "./postmark-refusal.ts";

/** Sends nothing, and is always right. @see https://postmarkapp.com/developer/api/overview#authentication */
const testToken = "POSTMARK_API_TEST";

const headers = { server: "X-Postmark-Server-Token", account: "X-Postmark-Account-Token" };

/**
 * Checks the token of a request. A lenient server takes any; a strict one those of its options.
 *
 * @returns whether it is the test token
 * @throws {PostmarkRefusal} 401 with Postmark's number 10
 */
export function checkToken(
  request: Pick<Request, "headers">,
  kind: "server" | "account",
  server: Pick<LocalServer, "mode" | "credentials" | "accountToken">,
): boolean {
  const token = request.headers.get(headers[kind])?.trim();
  if (!token) {
    throw new PostmarkRefusal(
      10,
      "No Account or Server API tokens were supplied in the HTTP headers. Please add a header for either X-Postmark-Server-Token or X-Postmark-Account-Token.",
      401,
    );
  }
  if (token === testToken) return true;
  if (server.mode === "lenient" || known(kind, server).some((one) => isSameToken(token, one))) {
    return false;
  }
  throw new PostmarkRefusal(10, `The ${kind} API token is not valid.`, 401);
}

function known(
  kind: "server" | "account",
  { credentials, accountToken }: Pick<LocalServer, "credentials" | "accountToken">,
): readonly string[] {
  if (kind === "account") return accountToken === undefined ? [] : [accountToken];
  return credentials.flatMap((one) => ("serverToken" in one ? [one.serverToken] : []));
}
