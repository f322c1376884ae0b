/** What kind of host the app is on. */
export interface Site {
  /**
   * A folder of files that `letterpress export` wrote: everything is read only, and nothing ever
   * changes. What needs the server is not shown there.
   */
  readonly isStatic: boolean;
  /** Whether the source of the emails can be read; an export may come without. */
  readonly hasSource: boolean;
  /** Whether props can be edited; an export may come without. */
  readonly hasProps: boolean;
  /** Where the app lies on its host, from slash to slash: `/`, or `/mails/` in a subfolder. */
  readonly basePath: string;
}

/** Where the page says that it is an exported one. */
const staticMarker = "letterpress-static";

/** The host of this page; that of the live preview where there is no page, as in a unit test. */
export const site: Site = readSite();

function readSite(): Site {
  const page = typeof document === "undefined" ? null : document;
  const marker = page?.querySelector<HTMLMetaElement>(`meta[name="${staticMarker}"]`);
  if (!page || !marker) return { isStatic: false, hasSource: true, hasProps: true, basePath: "/" };
  // The page has a <base>, so that its files are found however deep it lies.
  const basePath = new URL(page.baseURI).pathname;
  const has = (part: string) => marker.content.split(" ").includes(part);
  return { isStatic: true, hasSource: has("source"), hasProps: has("props"), basePath };
}
