import { formatRoute, parseRoute, type Route } from "../route.ts";

const key = "letterpress.last-email";

/** Keeps where the Emails room was left, for this tab. */
export function rememberEmail(route: Route): void {
  try {
    sessionStorage.setItem(key, formatRoute(route));
  } catch {
    // Without storage, coming back begins at the first email.
  }
}

/** Where the Emails room was left; the first email when it was not yet visited. */
export function recallEmail(): Route {
  try {
    const url = new URL(sessionStorage.getItem(key) ?? "/", location.origin);
    return parseRoute(url.pathname, url.search, url.hash);
  } catch {
    return { page: "home" };
  }
}
