import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import type { RenderSuccess } from "../../protocol/index.ts";
import { useClient } from "../data/client.ts";
import { lastRenderOf } from "../data/email-views.ts";
import { useHistorySave } from "../history/use-history.ts";
import { type EmailRoute, emailQuery } from "../route.ts";
import { comparedQuery, comparedReference, comparedSave, lastSave } from "./compared.ts";
import { useReference } from "./use-reference.ts";

/**
 * The state that the URL compares with; null when it compares with none, and until it is there.
 * Before the first save the last saved state is the one that shows.
 */
export function useCompared(route: EmailRoute): RenderSuccess | null {
  const { views } = useClient();
  const key = JSON.stringify([comparedQuery(route), emailQuery(route)]);
  const [asked, shown] = useMemo(() => JSON.parse(key), [key]);
  const other = useSyncExternalStore(
    views.subscribe,
    useCallback(() => (asked ? views.read(asked).view : null), [views, asked]),
  );
  const state = useSyncExternalStore(
    views.subscribe,
    useCallback(() => views.read(shown), [views, shown]),
  );
  const save = useHistorySave(route.id, comparedSave(route.diff));
  const reference = useReference(route.id, comparedReference(route.diff));
  useEffect(() => (asked ? views.watch(asked) : undefined), [views, asked]);
  if (route.diff === lastSave) return state.before ?? (state.view && lastRenderOf(state.view));
  if (save) return save.renders[route.variant] ?? null;
  if (reference) {
    const { variant, locale } = route;
    return reference.renders[locale === null ? variant : `${variant}.${locale}`] ?? null;
  }
  return other && lastRenderOf(other);
}
