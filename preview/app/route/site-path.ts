import { formatRoute, type Route } from "../route.ts";

/** Where the app lies on its host, as `Site` has it. */
interface Place {
  readonly isStatic: boolean;
  /** From slash to slash. */
  readonly basePath: string;
}

/** The path of an address as the app names it: from its own root, without the page's file. */
export function pathIn({ isStatic, basePath }: Place, pathname: string): string {
  const path = pathname.startsWith(basePath) ? `/${pathname.slice(basePath.length)}` : pathname;
  if (!isStatic) return path;
  return path.replace(/\/index\.html$/, "/");
}

/**
 * The address of a route on its host. In an export each page is a folder's, and the last slash
 * saves a redirect, in which some hosts lose the query.
 */
export function urlIn({ isStatic, basePath }: Place, route: Route): string {
  const url = formatRoute(route);
  if (!isStatic) return basePath + url.slice(1);
  const [path = ""] = url.split(/[?#]/);
  const folder = path.endsWith("/") ? path : `${path}/`;
  return basePath + folder.slice(1) + url.slice(path.length);
}
