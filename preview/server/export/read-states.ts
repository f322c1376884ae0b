import type { EmailView } from "../../protocol/index.ts";

/** One email in one state, and the address that it was asked for by. */
export interface ReadState {
  readonly path: string;
  readonly view: EmailView;
  /** The locale that was asked for; null: as the props say. */
  readonly locale: string | null;
  /** Whether another address gave the very same state before. */
  readonly isAgain: boolean;
}

/**
 * Reads every state of an email: each variant, as its props say and in each locale that it
 * declares. An email that never ends is asked once: each further state would take as long.
 *
 * @param ask the answer to a GET
 */
export async function* readStates(
  id: string,
  ask: (path: string) => Promise<EmailView>,
): AsyncGenerator<ReadState> {
  const address = `/api/emails/${id.split("/").map(encodeURIComponent).join("/")}`;
  const first = await ask(address);
  yield { path: address, view: first, locale: null, isAgain: false };
  if (isEndless(first)) return;
  const locales = [null, ...first.locales];
  for (const { slug } of first.variants) {
    for (const locale of locales) {
      // The address without a variant gave the first one, whatever it is called.
      const isAgain = slug === first.variant && locale === null;
      if (isAgain && slug === "default") continue;
      const search = new URLSearchParams();
      if (slug !== "default") search.set("variant", slug);
      if (locale !== null) search.set("locale", locale);
      const path = `${address}?${search}`;
      const view = isAgain ? first : await ask(path);
      yield { path, view, locale, isAgain };
      if (isEndless(view)) return;
    }
  }
}

function isEndless({ result }: EmailView): boolean {
  return result.status === "failed" && result.endless === true;
}
