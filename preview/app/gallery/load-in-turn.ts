import type { EmailViews } from "../data/email-views.ts";
import type { EmailAsked } from "../route.ts";
import type { Turns } from "./turns.ts";

/** What is scrolled past so quickly is not asked for, ms. */
const glanceMs = 60;

/**
 * Loads an email when its turn comes and keeps it up to date. A turn lasts until the answer is there,
 * also when no one waits for it any more: the server is still at it.
 *
 * @returns what ends it
 */
export function loadInTurn(views: EmailViews, turns: Turns, query: EmailAsked): () => void {
  let unwatch: (() => void) | undefined;
  let leave: (() => void) | undefined;

  function begin(): void {
    unwatch = views.watch(query);
    const stop = views.subscribe(endWhenThere);
    function endWhenThere(): void {
      if (views.read(query).loading) return;
      stop();
      // Begun at once, it has no turn to give back before `take` returns.
      queueMicrotask(() => leave?.());
    }
    endWhenThere();
  }

  const timer = setTimeout(() => {
    leave = turns.take(begin);
  }, glanceMs);
  return () => {
    clearTimeout(timer);
    if (unwatch) unwatch();
    else leave?.();
  };
}
