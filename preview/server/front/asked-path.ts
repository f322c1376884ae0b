/** What a request asks for, taken apart once for all that answers. */
export interface AskedPath {
  /** As it came, with its query. */
  readonly url: string;
  /** Without the query, not decoded. */
  readonly path: string;
}

/** Longest address that is looked at, in characters; nothing of the preview's is near it. */
const longestUrl = 12_000;

/**
 * Reads the address of a request.
 *
 * @returns why it is none that a page could ask for: an absolute one, one of another host (`//`),
 *   a `%` that no code follows, or one that is far too long
 */
export function readPath(url: string): AskedPath | string {
  if (url.length > longestUrl) return `it is longer than ${longestUrl} characters`;
  if (!url.startsWith("/")) return "it does not begin with /";
  if (url.startsWith("//") || url.startsWith("/\\")) return "it names another host";
  const path = url.replace(/[?#].*$/s, "");
  try {
    decodeURIComponent(path);
  } catch {
    return "a % in it is followed by no code";
  }
  return { url, path };
}
