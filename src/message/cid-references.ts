import { quoteKey } from "./characters.ts";
import type { IssueLog } from "./issue-log.ts";
import type { Attachment } from "./message.ts";

/**
 * `cid:` URLs (RFC 2392) where HTML and CSS load something: an attribute or `url(…)`. Every
 * repetition is bounded, so that hostile text inside a mail costs no more than its length.
 */
const reference =
  /(?:\b(?:src|href|background|poster|data)\s{0,9}=|url\()\s{0,9}(?:["']|&quot;|&#34;|&#39;|&#x27;)?\s{0,9}cid:([^"'\s<>)]{1,300}?)(?=["'\s<>)]|&quot;|&#)/gi;

/** The content ids that HTML refers to, each once, in order. */
function findCidReferences(html: string): readonly string[] {
  // Most mail has none, and the search for where they may stand is the dearest of all checks.
  if (!/cid:/i.test(html)) return [];
  const ids = new Set<string>();
  for (const [, id = ""] of html.matchAll(reference)) ids.add(decode(id));
  return [...ids];
}

/** Reports images that the HTML shows by content id and that no attachment brings along. */
export function checkCidReferences(
  html: string | undefined,
  attachments: readonly Attachment[],
  log: IssueLog,
): void {
  const present = new Set(attachments.map(({ contentId }) => contentId));
  for (const id of findCidReferences(html ?? "")) {
    if (present.has(id)) continue;
    log.report(
      "html",
      `shows cid:${quoteKey(id).slice(1, -1)}, but no attachment has that 'contentId'; attach the image`,
    );
  }
}

function decode(id: string): string {
  const text = id.replaceAll("&amp;", "&");
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
