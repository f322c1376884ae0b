import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { useClient } from "../data/client.ts";
import type { EmailViewState } from "../data/email-views.ts";
import { loadInTurn } from "./load-in-turn.ts";
import type { Turns } from "./turns.ts";

/** An email for the gallery: asked for when its turn comes, then kept up to date. */
export function useThumbnail(id: string, turns: Turns): EmailViewState {
  const { views } = useClient();
  const query = useMemo(() => ({ id }), [id]);
  useEffect(() => loadInTurn(views, turns, query), [views, turns, query]);
  return useSyncExternalStore(
    views.subscribe,
    useCallback(() => views.read(query), [views, query]),
  );
}
