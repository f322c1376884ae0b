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
  /** Where the app lies on its host, from slash to slash: `/`, `/mails/` in a subfolder. */
  readonly basePath: string;
}

/** Where the page says that it is an exported one. */
const staticMarker = "letterpress-static";

/** The host of this page; that of the live preview where there is no page, as in a unit test. */
export const site: Site = readSite();

function readSite(): Site {
  const page = typeof document === "undefined" ? null : document;
  const marker = page?.querySelector<HTMLMetaElement>(`meta[name="${staticMarker}"]`);
  if (!page || !marker) {
    const base = page?.querySelector<HTMLMetaElement>('meta[name="letterpress-base"]')?.content;
    return { isStatic: false, hasSource: true, hasProps: true, basePath: base ?? "/" };
  }
  // The page has a <base>, so that its files are found however deep it lies.
  const basePath = new URL(page.baseURI).pathname;
  const has = (part: string) => marker.content.split(" ").includes(part);
  return { isStatic: true, hasSource: has("source"), hasProps: has("props"), basePath };
}

/** The address of something that the live server answers: `/api/…`, below wherever the app lies. */
export function serverUrl(path: string): string {
  return site.basePath + path.slice(1);
}

/** What only this page was told; without it the server starts no editor. */
export function pageToken(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="letterpress-token"]')?.content ?? "";
}
