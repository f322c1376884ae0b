import { useMemo } from "react";
import { navigate, useLocationProperty, usePathname, useSearch } from "wouter/use-browser-location";
import { site } from "./data/site.ts";
import { pathIn, urlIn } from "./route/site-path.ts";
import { parseRoute, type Route } from "./route.ts";

/** The route that the URL states now. */
export function useRoute(): Route {
  const pathname = usePathname();
  const search = useSearch();
  const hash = useLocationProperty(readHash);
  return useMemo(() => parseRoute(pathIn(site, pathname), search, hash), [pathname, search, hash]);
}

/**
 * Goes to a route. A choice of the reader's is pushed, so that Back undoes it; what follows from
 * one (a redirect, the end of a drag) replaces.
 */
export function goTo(route: Route, options: { readonly replace?: boolean } = {}): void {
  const url = urlIn(site, route);
  if (url === location.pathname + location.search + location.hash) return;
  navigate(url, { replace: options.replace ?? false });
}

function readHash(): string {
  return location.hash;
}
