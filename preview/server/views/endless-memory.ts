import type { EmailQuery } from "../../protocol/index.ts";
import type { ThreadView } from "../../thread/render/view-email.ts";
import { createRecent } from "./recent.ts";

/** Emails that never ended: each try costs all who look at the preview a few seconds. */
export interface EndlessMemory {
  /** What was found last, unless the email changed since, or it may be worth another try. */
  get(query: EmailQuery, revision: number): ThreadView | undefined;
  set(query: EmailQuery, revision: number, view: ThreadView): void;
}

const most = 200;
/** What an email waited for may have come to life again. */
const rememberMs = 30_000;

/** Creates a memory that holds nothing yet. */
export function createEndlessMemory(now: () => number = Date.now): EndlessMemory {
  const found = createRecent<{ readonly view: ThreadView; readonly until: number }>(most);

  const keyOf = ({ id, variant, locale, props }: EmailQuery, revision: number) =>
    JSON.stringify([id, revision, variant, locale, props]);
  /** A module that never ends, ends in no state. */
  const moduleKeyOf = ({ id }: EmailQuery, revision: number) => JSON.stringify([id, revision]);

  return {
    get(query, revision) {
      const known = found.get(keyOf(query, revision)) ?? found.get(moduleKeyOf(query, revision));
      return known && known.until > now() ? known.view : undefined;
    },
    set(query, revision, view) {
      const isModule = view.result.status === "failed" && view.result.phase === "load";
      const key = isModule ? moduleKeyOf(query, revision) : keyOf(query, revision);
      found.set(key, { view, until: now() + rememberMs });
    },
  };
}
