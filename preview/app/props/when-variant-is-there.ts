import type { EmailViews } from "../data/email-views.ts";
import type { EmailAsked } from "../route.ts";

/** A saved file is noticed within a moment; longer than this it is not waited for, ms. */
const patienceMs = 3000;

/** Waits until the server knows a variant that was written into an email's file. */
export function whenVariantIsThere(
  views: EmailViews,
  email: EmailAsked,
  slug: string,
): Promise<void> {
  return new Promise((resolve) => {
    const isThere = () => views.read(email).view?.variants.some((one) => one.slug === slug);
    const stopWatching = views.watch(email);
    const unsubscribe = views.subscribe(() => isThere() && end());
    const timer = setTimeout(end, patienceMs);
    function end() {
      clearTimeout(timer);
      unsubscribe();
      stopWatching();
      resolve();
    }
    if (isThere()) end();
  });
}
