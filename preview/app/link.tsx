import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { site } from "./data/site.ts";
import { urlIn } from "./route/site-path.ts";
import type { Route } from "./route.ts";
import { goTo } from "./use-route.ts";

/** A link to a route: an ordinary click stays in the page, any other one is the browser's. */
export function Link({
  route,
  onClick,
  ...rest
}: Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & { readonly route: Route }) {
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    if (event.defaultPrevented || !isOrdinaryClick(event)) return;
    event.preventDefault();
    goTo(route);
  }
  return <a {...rest} href={urlIn(site, route)} onClick={follow} />;
}

function isOrdinaryClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
