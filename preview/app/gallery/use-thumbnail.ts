import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useClient } from "../data/client.ts";
import type { EmailViewState } from "../data/email-views.ts";
import type { Turns } from "./turns.ts";

/** An email for the gallery: asked for when its turn comes, then kept up to date. */
export function useThumbnail(id: string, turns: Turns): EmailViewState {
  const { views } = useClient();
  const query = useMemo(() => ({ id }), [id]);
  const state = useSyncExternalStore(
    views.subscribe,
    useCallback(() => views.read(query), [views, query]),
  );
  const [isOn, setOn] = useState(false);
  const giveBack = useRef<() => void>(null);
  useEffect(() => {
    const end = turns.take(() => setOn(true));
    giveBack.current = end;
    return end;
  }, [turns]);
  useEffect(() => (isOn ? views.watch(query) : undefined), [isOn, views, query]);
  const settled = isOn && !state.loading && (state.view !== null || state.problem !== null);
  useEffect(() => {
    if (settled) giveBack.current?.();
  }, [settled]);
  return state;
}
