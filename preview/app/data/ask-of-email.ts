import type { EmailQuery } from "../../protocol/index.ts";
import { encodePath } from "../route.ts";
import { type Answer, type AskOptions, post, request } from "./ask.ts";
import { site } from "./site.ts";

/**
 * Asks something of an email in one state. Edited props may be longer than an address may be: they
 * go in a body.
 */
export function askOfEmail<T>(
  what: "emails" | "mime" | "located" | "checks" | "measured-checks",
  { id, ...state }: EmailQuery,
  options: AskOptions,
): Promise<Answer<T>> {
  const url = `/api/${what}/${encodePath(id)}`;
  if (state.props !== null) return post(url, state, options);
  const addresses = addressesOf(url, state);
  return firstThere(addresses, (address) => request(address, options));
}

/** Where a state is; behind it, in an export, what the live server would show in its place. */
function addressesOf(url: string, { variant, locale }: Omit<EmailQuery, "id">): readonly string[] {
  const address = (slug: string, language: string | null) => {
    const search = new URLSearchParams();
    if (slug !== "default") search.set("variant", slug);
    if (language !== null) search.set("locale", language);
    return search.size > 0 ? `${url}?${search}` : url;
  };
  const asked = address(variant, locale);
  if (!site.isStatic) return [asked];
  return [asked, address(variant, null), address("default", locale), address("default", null)];
}

async function firstThere<T>(
  addresses: readonly string[],
  ask: (address: string) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const [first = "", ...others] = [...new Set(addresses)];
  const answered = await ask(first);
  if (answered.ok || answered.problem.kind !== "missing" || others.length === 0) return answered;
  return firstThere(others, ask);
}
