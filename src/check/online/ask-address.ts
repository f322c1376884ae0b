import type { Answer } from "./answer.ts";
import { PrivateHost, type Reach, type Reply, requestOnce } from "./request-once.ts";

/** As many as browsers of readers bear with, and fewer than a loop. */
const mostRedirects = 5;

const moves = new Set([301, 302, 303, 307, 308]);

/** Pages that ask who one is. */
const loginPath = /(?:^|[/._-])(?:log-?in|sign-?in|sso|oauth2?|auth|accounts?\/login)(?:[/._-]|$)/i;

/**
 * Asks an address whether it answers, following redirects with the same care: HEAD, and GET where a
 * server does not like HEAD. The body is not read.
 */
export async function askAddress(href: string, reach: Reach): Promise<Answer> {
  let url = new URL(href);
  let isPermanent = true;
  let redirects = 0;
  try {
    for (;;) {
      const reply = await ask(url, reach);
      const { status, location, type } = reply;
      if (!moves.has(status) || location === undefined)
        return judge(reply, url, redirects, isPermanent, type);
      if (++redirects > mostRedirects) {
        return { kind: "fails", reason: `it redirects more than ${mostRedirects} times` };
      }
      if (!URL.canParse(location, url.href)) {
        return { kind: "fails", reason: "it redirects to what is no address" };
      }
      const next = new URL(location, url);
      if (!/^https?:$/.test(next.protocol)) {
        return { kind: "fails", reason: `it redirects to an address of ${next.protocol}` };
      }
      if (loginPath.test(next.pathname) && !loginPath.test(url.pathname)) {
        return { kind: "login", status };
      }
      isPermanent &&= status === 301 || status === 308;
      url = next;
    }
  } catch (error) {
    if (error instanceof PrivateHost) {
      return redirects > 0
        ? { kind: "fails", reason: "it redirects into a private network" }
        : { kind: "private" };
    }
    return { kind: "fails", reason: describe(error) };
  }
}

async function ask(url: URL, reach: Reach): Promise<Reply> {
  try {
    const reply = await requestOnce(url, "HEAD", reach);
    if (reply.status < 400 || reply.status === 401 || reply.status === 410) return reply;
  } catch (error) {
    if (error instanceof PrivateHost || isFinal(error)) throw error;
  }
  return requestOnce(url, "GET", reach);
}

function judge(
  { status }: Reply,
  url: URL,
  redirects: number,
  isPermanent: boolean,
  type: string,
): Answer {
  if (status === 401 || status === 407) return { kind: "login", status };
  // Servers that take who asks for a robot; a reader may well get through.
  if (status === 403 || status === 429 || status === 999) return { kind: "login", status };
  if (status < 200 || status >= 300) return { kind: "fails", reason: `it answers ${status}` };
  const kind = redirects > 0 && isPermanent ? "moved" : "answers";
  return { kind, status, address: url.origin + url.pathname, type };
}

const words: Readonly<Record<string, string>> = {
  ENOTFOUND: "its host is not known",
  EAI_AGAIN: "its host could not be looked up",
  ECONNREFUSED: "its host refuses connections",
  ECONNRESET: "its host ends the connection",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate cannot be verified",
};

function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  return typeof code === "string" ? code : cause ? codeOf(cause) : "";
}

/** What a second request would not change. */
function isFinal(error: unknown): boolean {
  return codeOf(error) !== "ECONNRESET" && (codeOf(error) in words || isTimeout(error));
}

function isTimeout(error: unknown): boolean {
  const { name, cause } = (error ?? {}) as { readonly name?: unknown; readonly cause?: unknown };
  return name === "TimeoutError" || (cause !== undefined && isTimeout(cause));
}

function describe(error: unknown): string {
  if (isTimeout(error)) return "it does not answer in time";
  return words[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}
