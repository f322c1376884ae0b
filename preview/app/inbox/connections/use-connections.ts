import { useEffect, useState } from "react";
import type { FruitlessConnection } from "../../../protocol/index.ts";
import { useClient } from "../../data/client.ts";
import { fetchConnections } from "../../data/inbox-endpoints.ts";
import { useStore } from "../../data/store.ts";

/** How often they are asked for while they are looked at, ms: no one tells of what did not arrive. */
const everyMs = 2000;

/** The SMTP connections that left no message, kept up to date as long as the page is seen. */
export function useConnections(): readonly FruitlessConnection[] {
  const [connections, setConnections] = useState<readonly FruitlessConnection[]>([]);
  const isAway = useStore(useClient().connection) === "lost";
  useEffect(() => {
    if (isAway) return;
    const request = new AbortController();
    const ask = async () => {
      if (document.hidden) return;
      const answer = await fetchConnections({ signal: request.signal });
      if (answer.ok && !request.signal.aborted) setConnections(answer.value.fruitless);
    };
    void ask();
    const timer = setInterval(() => void ask(), everyMs);
    return () => {
      clearInterval(timer);
      request.abort();
    };
  }, [isAway]);
  return connections;
}
