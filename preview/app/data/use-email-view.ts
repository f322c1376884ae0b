import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { EmailQuery, EmailView } from "../../protocol/index.ts";
import { useClient } from "./client.ts";
import type { EmailViewState } from "./email-views.ts";
import { usePacedQuery } from "./use-paced-query.ts";

/** An email as the page shows it now. */
export interface ShownEmail {
  /** What is known of the email that the URL names. */
  readonly state: EmailViewState;
  /** What to show: the email itself, or what was shown before, until it is there. */
  readonly shown: EmailView | null;
}

/** Loads an email, keeps it up to date, and keeps the old one until the new one is there. */
export function useEmailView({ id, variant, locale, props }: EmailQuery): ShownEmail {
  const { views } = useClient();
  const newest = useMemo(() => ({ id, variant, locale, props }), [id, variant, locale, props]);
  const query = usePacedQuery(newest, views);
  const read = useCallback(() => views.read(query), [views, query]);
  const state = useSyncExternalStore(views.subscribe, read);
  useEffect(() => views.watch(query), [views, query]);
  const [held, setHeld] = useState<EmailView | null>(null);
  if (state.view && state.view !== held) setHeld(state.view);
  return { state, shown: state.view ?? held };
}
