import { useEffect, useLayoutEffect, useMemo } from "react";
import { useClient } from "./data/client.ts";
import { useStore } from "./data/store.ts";
import type { Route } from "./route.ts";
import { goTo, useRoute } from "./use-route.ts";

/** How long the address waits for the next key, ms: browsers refuse some 20 new ones a second. */
const addressDelayMs = 150;

/** The route that the address states, with the edits of its email as they are at this moment. */
export function useDraftedRoute(): Route {
  const route = useRoute();
  const { drafts } = useClient();
  useStore(drafts.store);
  const props = route.page === "email" ? drafts.propsOf(route) : null;
  const drafted = useMemo(
    () => (route.page === "email" ? { ...route, props } : route),
    [route, props],
  );
  useLayoutEffect(() => {
    if (route.page === "email") drafts.adopt(route);
  }, [drafts, route]);
  useEffect(() => {
    if (route.page !== "email" || drafted.page !== "email" || drafted.props === route.props) return;
    const timer = setTimeout(() => {
      goTo(drafted, { replace: true });
      drafts.tell(drafted.id);
    }, addressDelayMs);
    return () => clearTimeout(timer);
  }, [drafts, route, drafted]);
  return drafted;
}
