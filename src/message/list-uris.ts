import { parseMailto } from "./mailto.ts";

/** A URI and its brackets stay within a line (RFC 5322 §2.1.1), which nothing folds inside. */
export const maxUriLength = 900;

/** One address of a list, and the comment that RFC 2369 §3 lets follow it. */
const bracketed = /\s*<([^<>]*)>\s*(?:(\([^()<>\\]*\))\s*)?(?:,|$)/y;

const schemes: ReadonlySet<string> = new Set(["https:", "http:", "ftp:"]);

/** A header's value as it is written, or what is wrong with it. */
export type ReadValue =
  | { readonly value: string; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

/**
 * Reads the addresses of a `List-*` or `Archived-At` header, and puts each into its brackets.
 *
 * @see RFC 2369 §2 and RFC 5064 §2.1
 */
export function readListUris(text: string): ReadValue {
  const items = text.includes("<") ? splitBracketed(text) : splitBare(text);
  const uris = items?.map(({ uri, comment }) => {
    const read = readUri(uri);
    return read && `<${read}>${comment}`;
  });
  if (!uris || uris.length === 0 || uris.includes(undefined)) {
    return {
      problem: `holds something that is no address of the web or of mail; write <https://…> or <mailto:name@example.com>, each of at most ${maxUriLength} characters, with commas between`,
    };
  }
  return { value: uris.join(", ") };
}

interface Item {
  readonly uri: string;
  /** With a space before it, or empty. */
  readonly comment: string;
}

function splitBracketed(text: string): readonly Item[] | undefined {
  const items: Item[] = [];
  const pattern = new RegExp(bracketed);
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) return undefined;
    const [, uri = "", comment] = match;
    items.push({ uri: uri.trim(), comment: comment ? ` ${comment}` : "" });
  }
  return items;
}

/** A comma may belong to an address; one that another address follows does not. */
function splitBare(text: string): readonly Item[] {
  return text.split(/,\s*(?=[a-z][a-z\d+.-]*:)/i).map((uri) => ({ uri: uri.trim(), comment: "" }));
}

function readUri(text: string): string | undefined {
  const uri = /^mailto:/i.test(text) ? parseMailto(text) : readUrl(text);
  return uri === undefined || uri.length > maxUriLength ? undefined : withoutEncodedWord(uri);
}

function readUrl(text: string): string | undefined {
  if (/\s/.test(text) || !URL.canParse(text)) return undefined;
  const { href, protocol, username, password } = new URL(text);
  return schemes.has(protocol) && !username && !password ? href : undefined;
}

/**
 * The same address with no `=?` in it, which a header can only carry encoded, and this one has to
 * stand as it is (RFC 2369 §2). The first question mark begins the query, so before it the other
 * character is escaped.
 */
export function withoutEncodedWord(uri: string): string {
  const query = uri.indexOf("?");
  return uri.replace(/=\?/g, (_, at) => (at + 1 === query ? "%3D?" : "=%3F"));
}
