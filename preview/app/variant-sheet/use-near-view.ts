import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import type { EmailQuery } from "../../protocol/index.ts";
import { useClient } from "../data/client.ts";
import type { EmailViewState } from "../data/email-views.ts";

/** One variant of an email, loaded and kept up to date as long as it is near the view. */
export function useNearView(
  { id, variant, locale }: Omit<EmailQuery, "props">,
  near: boolean,
): EmailViewState {
  const { views } = useClient();
  const query = useMemo(() => ({ id, variant, locale }), [id, variant, locale]);
  const read = useCallback(() => views.read(query), [views, query]);
  const state = useSyncExternalStore(views.subscribe, read);
  useEffect(() => (near ? views.watch(query) : undefined), [near, views, query]);
  return state;
}
