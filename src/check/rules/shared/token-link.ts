import type { CheckedEmail } from "../../document/checked-email.ts";
import { type EmailLink, isPlaceholder, linksOf } from "../../document/links.ts";

const secretKey =
  /^(?:token|reset_?token|code|otp|key|signature|sig|secret|auth|ticket|magic|nonce|access_?token|invite_?token|verification_?(?:token|code)|confirmation_?token|jwt|hash)$/i;
const secretPath =
  /\/(?:reset|verify|confirm|magic|sign-?in|log-?in|invite|activate|unlock|auth)[\w/-]*\/[\w-]{16,}(?:$|[/?#])/i;

/** A link that works once, or for its reader alone. */
export interface TokenLink extends EmailLink {
  /** Name of the parameter that carries the token; undefined where the path does. */
  readonly key: string | undefined;
}

/** The links of an email that carry a token. */
export function tokenLinks(email: CheckedEmail): readonly TokenLink[] {
  return linksOf(email).flatMap((link) => {
    const { url, href } = link;
    if (!url || !/^https?:$/.test(url.protocol) || isPlaceholder(href)) return [];
    const key = [...url.searchParams].find(
      ([name, value]) => secretKey.test(name) && value.length >= 6,
    )?.[0];
    return key !== undefined || secretPath.test(url.pathname) ? [{ ...link, key }] : [];
  });
}
