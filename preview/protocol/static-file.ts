/**
 * The file of an exported preview that holds what the live server answers at an address: one
 * mapping for the side that writes and the side that reads.
 *
 * `/api/project` → `api/project.json`,
 * `/api/emails/orders/order?variant=forty-lines&locale=de` → `api/emails/orders/order/forty-lines.de.json`
 *
 * @param url path and query of a GET
 * @returns a path from the folder's root, not encoded; `undefined` for what is not exported
 */
export function staticFileOf(url: string): string | undefined {
  const { pathname, searchParams } = new URL(url, "http://preview");
  const [api, ...segments] = pathname.slice(1).split("/").map(decodeURIComponent);
  const [kind, ...id] = segments;
  if (api !== "api" || kind === undefined || !exported.includes(kind)) return undefined;
  const state = readState(searchParams);
  if (state === undefined) return undefined;
  return id.length === 0 ? `api/${kind}.json` : ["api", ...segments, `${state}.json`].join("/");
}

/** What stands behind `/api/` and is exported. */
const exported: readonly string[] = [
  ...["project", "emails", "props", "source"],
  ...["checks", "check-counts", "check-spread"],
];

function readState(search: URLSearchParams): string | undefined {
  const { variant = "default", locale, ...others } = Object.fromEntries(search);
  if (Object.keys(others).length > 0) return undefined;
  // A locale is the author's own word.
  return locale === undefined ? variant : `${variant}.${encodeURIComponent(locale)}`;
}
