import type { PostmarkApi } from "../../postmark-api/postmark-api.ts";
import { type Answer, textOf, toAnswer } from "./answer.ts";

/** The account's entry for a domain, or for the nearest one above it; `undefined` where there is none. */
export async function findDomain(
  account: PostmarkApi,
  domain: string,
): Promise<Answer | undefined> {
  let best: Answer | undefined;
  for await (const item of account.pages("/domains", { list: "Domains" })) {
    const one = toAnswer(item);
    const name = textOf(one, "Name").toLowerCase();
    const covers = name !== "" && (domain === name || domain.endsWith(`.${name}`));
    if (covers && name.length > (best ? textOf(best, "Name").length : 0)) best = one;
  }
  return best && toAnswer(await account.get(`/domains/${String(best.ID)}`));
}

/** What DNS is to hold for a domain, by Postmark's own word. */
export function recordsOf(domain: Answer) {
  const pending = textOf(domain, "DKIMPendingHost");
  const [host, value] = pending
    ? [pending, textOf(domain, "DKIMPendingTextValue")]
    : [textOf(domain, "DKIMHost"), textOf(domain, "DKIMTextValue")];
  return {
    dkim: { type: "TXT" as const, name: host, value },
    returnPath: {
      type: "CNAME" as const,
      name: textOf(domain, "ReturnPathDomain") || `pm-bounces.${textOf(domain, "Name")}`,
      value: textOf(domain, "ReturnPathDomainCNAMEValue") || "pm.mtasv.net",
    },
  };
}
