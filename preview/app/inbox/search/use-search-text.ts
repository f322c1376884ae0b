import { useEffect, useRef, useState } from "react";
import type { ActivityRoute, InboxRoute } from "../../route.ts";
import { goTo } from "../../use-route.ts";

/** How long after a key the address follows, ms: a browser takes so many changes a minute only. */
const restMs = 250;

/** What is typed into the search: it shows at once, and stands in the address soon after. */
export function useSearchText(
  route: InboxRoute | ActivityRoute,
): readonly [string, (typed: string) => void] {
  const [typed, setTyped] = useState(route.search);
  const written = useRef(route.search);

  useEffect(() => {
    // Back, forward or a link: the address leads.
    if (route.search === written.current) return;
    written.current = route.search;
    setTyped(route.search);
  }, [route.search]);

  useEffect(() => {
    if (typed.trim() === written.current.trim()) return;
    const timer = setTimeout(() => {
      written.current = typed.trim() ? typed : "";
      goTo({ ...route, search: typed }, { replace: true });
    }, restMs);
    return () => clearTimeout(timer);
  }, [typed, route]);

  return [typed, setTyped];
}
