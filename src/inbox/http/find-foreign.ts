import { isLoopbackName } from "./loopback.ts";
import { isSameToken } from "./same-token.ts";

/** What gives away where a request comes from. */
export interface RequestOrigin {
  /** Address of the other side of the connection. */
  readonly remoteAddress: string;
  readonly headers: Pick<Headers, "get">;
}

/** Why a request is refused. */
export interface Refused {
  readonly status: 401 | 403;
  readonly message: string;
}

/**
 * Why a request is not answered, or `undefined` when it is: programs on this machine are, and
 * anyone who has the token.
 *
 * A page of another site can make a browser ask a server on loopback. Its name in `Host` (DNS
 * rebinding), its `Origin`, or `Sec-Fetch-Site` gives it away, and the token does not excuse it.
 *
 * @param token what lets in requests from other machines; without one none of them is let in
 */
export function findForeign(
  { remoteAddress, headers }: RequestOrigin,
  token: string | undefined,
): Refused | undefined {
  const host = headers.get("host") ?? "";
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (origin !== null && origin !== `http://${host}` && origin !== `https://${host}`) {
    return { status: 403, message: "Refused: the request comes from a page of another site" };
  }
  if (site === "cross-site" || site === "same-site") {
    return { status: 403, message: "Refused: the request comes from a page of another site" };
  }
  const isLocal = isLoopbackName(remoteAddress) && isLoopbackName(hostnameOf(host));
  if (isLocal || hasToken(headers.get("authorization"), token)) return undefined;
  return token === undefined
    ? {
        status: 403,
        message: "Refused: the request does not come from this machine, or names another host",
      }
    : {
        status: 401,
        message: 'Refused: send the token with the request, as "Authorization: Bearer <token>"',
      };
}

function hasToken(authorization: string | null, token: string | undefined): boolean {
  if (token === undefined) return false;
  const given = /^Bearer (.+)$/i.exec(authorization ?? "")?.[1] ?? "";
  return isSameToken(given, token);
}

function hostnameOf(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : "";
}
