import type { EmailSummary } from "../../protocol/index.ts";
import type { Store } from "../data/store.ts";

/** A new file is noticed within a moment; longer than this it is not waited for, ms. */
const patienceMs = 3000;

/** Waits until the page knows of an email that was written. */
export function whenEmailIsThere(
  emails: Store<readonly EmailSummary[] | null>,
  id: string,
): Promise<void> {
  return new Promise((resolve) => {
    const isThere = () => emails.get()?.some((email) => email.id === id);
    const unsubscribe = emails.subscribe(() => isThere() && end());
    const timer = setTimeout(end, patienceMs);
    function end() {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    }
    if (isThere()) end();
  });
}
