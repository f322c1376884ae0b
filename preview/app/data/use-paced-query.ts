import { useEffect, useState } from "react";
import type { EmailQuery } from "../../protocol/index.ts";
import type { EmailViews } from "./email-views.ts";

/** Longer than this the answer to an earlier key is not waited for, ms. */
const patienceMs = 400;

/**
 * The state to ask for while someone types: the next key waits for the answer to the one before, and
 * only the newest of those that came meanwhile is asked for. So the email follows as fast as it
 * renders, however fast one types, and no render is thrown away half done.
 */
export function usePacedQuery(query: EmailQuery, views: EmailViews): EmailQuery {
  const [asked, setAsked] = useState(query);
  const waits = isEditOf(query, asked) && views.read(asked).loading;
  if (!waits && asked !== query) setAsked(query);
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => setAsked(query), patienceMs);
    return () => clearTimeout(timer);
  }, [waits, query]);
  return waits ? asked : query;
}

/** The same email in the same state, but for what was edited. */
function isEditOf(next: EmailQuery, before: EmailQuery): boolean {
  return (
    next.id === before.id &&
    next.variant === before.variant &&
    next.locale === before.locale &&
    next.props !== before.props &&
    before.props !== null
  );
}
