import { parseAddress } from "./address.ts";
import type { IssueLog } from "./issue-log.ts";
import type { Unsubscribe, UnsubscribeInput } from "./message.ts";
import { reportUnknownKeys } from "./unknown-keys.ts";

/** Two of them and their brackets stay within a line (RFC 5322 §2.1.1), which nothing folds inside. */
const maxUriLength = 900;

/**
 * Checks how a reader leaves the list.
 *
 * @see RFC 2369 §3.2, and RFC 8058 §3.1 for why a one-click address must be https
 */
export function checkUnsubscribe(
  input: UnsubscribeInput | undefined,
  log: IssueLog,
): Unsubscribe | undefined {
  if (input === undefined) return undefined;
  if (typeof input !== "object" || input === null) {
    log.report("unsubscribe", "is not an object; write { url } or { mailto }");
    return undefined;
  }
  reportUnknownKeys(input, ["url", "mailto", "oneClick"], "unsubscribe", log);
  const { url, mailto, oneClick = url !== undefined } = input;
  if (url === undefined && mailto === undefined) {
    log.report("unsubscribe", "names neither 'url' nor 'mailto'; give at least one of them");
  }
  if (oneClick && url === undefined) {
    log.report(
      "unsubscribe.oneClick",
      "needs 'unsubscribe.url', which the reader's mail program calls",
    );
  }
  return {
    url: url === undefined ? undefined : checkUrl(url, log),
    mailto: mailto === undefined ? undefined : checkMailto(mailto, log),
    oneClick,
  };
}

function checkUrl(text: string, log: IssueLog): string | undefined {
  const url = typeof text === "string" && !/[\s<>]/.test(text) ? parseUrl(text) : undefined;
  if (
    url?.protocol !== "https:" ||
    url.username ||
    url.password ||
    url.href.length > maxUriLength
  ) {
    log.report(
      "unsubscribe.url",
      `is not a plain https address of at most ${maxUriLength} characters; write https://…`,
    );
    return undefined;
  }
  return withoutEncodedWord(url.href);
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function checkMailto(text: string, log: IssueLog): string | undefined {
  const [, mailbox = "", query = ""] =
    /^(?:mailto:)?([^?]*)(\?[!$&'*+,;:=@/?\w.~%-]*)?$/i.exec(String(text)) ?? [];
  const { address } = parseAddress({ address: mailbox });
  if (address === undefined || query.length > maxUriLength) {
    log.report("unsubscribe.mailto", "is not a mailbox; write unsubscribe@example.com");
    return undefined;
  }
  return withoutEncodedWord(`mailto:${address.address}${query}`);
}

/**
 * The same address with no `=?` in it, which a header can only carry encoded, and this one has to
 * stand as it is (RFC 2369 §2). The first question mark begins the query, so before it the other
 * character is escaped.
 */
function withoutEncodedWord(uri: string): string {
  const query = uri.indexOf("?");
  return uri.replace(/=\?/g, (_, at) => (at + 1 === query ? "%3D?" : "=%3F"));
}
