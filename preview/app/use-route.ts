import { useMemo } from "react";
import { navigate, usePathname, useSearch } from "wouter/use-browser-location";
import { formatRoute, parseRoute, type Route } from "./route.ts";

/** The route that the URL states now. */
export function useRoute(): Route {
  const pathname = usePathname();
  const search = useSearch();
  return useMemo(() => parseRoute(pathname, search), [pathname, search]);
}

/**
 * Goes to a route. A choice of the reader's is pushed, so that Back undoes it; what follows from
 * one (a redirect, the end of a drag) replaces.
 */
export function goTo(route: Route, options: { readonly replace?: boolean } = {}): void {
  const url = formatRoute(route);
  if (url === location.pathname + location.search) return;
  navigate(url, { replace: options.replace ?? false });
}
