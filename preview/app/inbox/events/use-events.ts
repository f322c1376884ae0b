import { useCallback, useEffect, useState } from "react";
import type { MessageEvents } from "../../../protocol/index.ts";
import { useClient } from "../../data/client.ts";
import { useStore } from "../../data/store.ts";
import { fetchEvents } from "./event-endpoints.ts";

/** How often they are asked for while they are looked at, ms: an app's answers come at any time. */
const everyMs = 1000;

/** What happened to a message, kept up to date as long as the page is seen; null until it is known. */
export function useEvents(id: string): {
  readonly known: MessageEvents | null;
  readonly refresh: () => void;
} {
  const [known, setKnown] = useState<{ id: string; events: MessageEvents } | null>(null);
  const isAway = useStore(useClient().connection) === "lost";
  const [asked, setAsked] = useState(0);
  const refresh = useCallback(() => setAsked((count) => count + 1), []);
  useEffect(() => {
    if (isAway) return;
    const request = new AbortController();
    // Asked again, it asks at once.
    void asked;
    const ask = async () => {
      if (document.hidden) return;
      const answer = await fetchEvents(id, { signal: request.signal });
      if (answer.ok && !request.signal.aborted) setKnown({ id, events: answer.value });
    };
    void ask();
    const timer = setInterval(() => void ask(), everyMs);
    return () => {
      clearInterval(timer);
      request.abort();
    };
  }, [id, isAway, asked]);
  return { known: known?.id === id ? known.events : null, refresh };
}
