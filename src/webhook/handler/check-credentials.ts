import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { WebhookCredential } from "./webhook-handler.ts";

/** One secret, where it comes from in a request, and its digest. */
interface KnownSecret {
  readonly present: (headers: Headers) => string | Uint8Array;
  readonly digest: Buffer;
}

/**
 * Makes the check of a request's credentials. Digests under a key of this process are compared, in
 * constant time and always all of them, so that neither a secret's length, nor how much of it was
 * right, nor which of several it was shows in the time that an answer takes.
 *
 * @throws {TypeError} when there is no secret, or one that no request can have
 */
export function createCredentialCheck(
  given: WebhookCredential | readonly WebhookCredential[],
): (headers: Headers) => boolean {
  const credentials: readonly WebhookCredential[] = Array.isArray(given) ? given : [given];
  if (credentials.length === 0) {
    throw wrong("is empty; give at least one { user, password } or { header, value }");
  }
  const key = randomBytes(32);
  const digestOf = (value: string | Uint8Array) => createHmac("sha256", key).update(value).digest();
  const known = credentials.map((credential): KnownSecret => {
    const { secret, present } = readCredential(credential);
    return { present, digest: digestOf(secret) };
  });
  return (headers) => {
    let isKnown = false;
    for (const { present, digest } of known) {
      const fits = timingSafeEqual(digestOf(present(headers)), digest);
      isKnown = fits || isKnown;
    }
    return isKnown;
  };
}

function readCredential(credential: WebhookCredential) {
  if (credential === null || typeof credential !== "object") {
    throw wrong("holds something else than { user, password } or { header, value }");
  }
  if ("header" in credential) {
    const { header, value } = credential;
    if (typeof header !== "string" || !/^[\w!#$%&'*+.^`|~-]+$/.test(header)) {
      throw wrong("has a 'header' that is not the name of a header");
    }
    if (typeof value !== "string" || !/^[!-~](?:[ -~]*[!-~])?$/.test(value)) {
      throw wrong(`has no 'value' for ${header}; give a secret of ASCII characters`);
    }
    return { secret: value, present: (headers: Headers) => headers.get(header) ?? "" };
  }
  const { user, password } = credential;
  if (typeof user !== "string" || user.includes(":")) {
    throw wrong("has no 'user', or one with a ':' (RFC 7617 allows none)");
  }
  if (typeof password !== "string" || password === "") {
    throw wrong("has no 'password'; is the variable set that it comes from?");
  }
  return { secret: `${user}:${password}`, present: basicOf };
}

/** What stands in the header of basic authentication, decoded (RFC 7617). */
function basicOf(headers: Headers): Uint8Array {
  const [, encoded = ""] = /^basic +(\S+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  return Buffer.from(encoded, "base64");
}

function wrong(problem: string): TypeError {
  return new TypeError(`Cannot create the webhook handler: 'credentials' ${problem}`);
}
