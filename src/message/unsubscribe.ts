import type { IssueLog } from "./issue-log.ts";
import { maxUriLength, withoutEncodedWord } from "./list-uris.ts";
import { parseMailto } from "./mailto.ts";
import type { Unsubscribe, UnsubscribeInput } from "./message.ts";
import { reportUnknownKeys } from "./unknown-keys.ts";

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
  const uri = parseMailto(String(text));
  if (uri === undefined || uri.length > maxUriLength) {
    log.report(
      "unsubscribe.mailto",
      `is not a mailbox of at most ${maxUriLength} characters; write unsubscribe@example.com, or unsubscribe@example.com?subject=leave`,
    );
    return undefined;
  }
  return withoutEncodedWord(uri);
}
