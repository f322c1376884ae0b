import type { DnsLookup } from "./dns-lookup.ts";

/**
 * The name under which a record stands that was typed in whole where the DNS host adds the domain
 * itself: `_dmarc.shop.example.shop.example`.
 */
export async function findDoubled(
  look: DnsLookup["txt"],
  name: string,
  domain: string,
): Promise<string | undefined> {
  const doubled = `${name}.${domain}`;
  return (await look(doubled)).length > 0 ? doubled : undefined;
}

/** What to do about it. */
export function fixOfDoubled(name: string, domain: string): string {
  const short = name.endsWith(`.${domain}`) ? name.slice(0, -domain.length - 1) : name;
  return `the DNS host adds the domain itself: write the name as "${short}"`;
}
