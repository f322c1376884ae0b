import type { DnsLookup } from "./dns-lookup.ts";

/** Past this many the answer is the same, and no one's DNS needs more questions of ours. */
const enough = 40;

/** The SPF records among a domain's TXT records. @see RFC 7208 §4.5 */
export async function spfRecords(dns: DnsLookup, name: string): Promise<readonly string[]> {
  return (await dns.txt(name)).filter((text) => /^v=spf1(?: |$)/i.test(text));
}

/** How many look-ups a record costs its readers, includes and redirects followed. @see RFC 7208 §4.6.4 */
export async function countSpfLookups(dns: DnsLookup, record: string): Promise<number> {
  const trail = new Set<string>();
  let count = 0;
  const walk = async (text: string): Promise<void> => {
    for (const term of text.split(/\s+/).slice(1)) {
      const read = /^[+?~-]?(include|redirect|a|mx|ptr|exists)(?:[:=]([^/\s]+))?(?:\/.*)?$/i.exec(
        term,
      );
      if (!read || count >= enough) continue;
      count += 1;
      const [, mechanism = "", target] = read;
      // Macros stand for what only a receiver knows.
      if (!/^(include|redirect)$/i.test(mechanism) || !target || target.includes("%")) continue;
      if (trail.has(target)) {
        // A record that includes itself never ends.
        count = enough;
        return;
      }
      trail.add(target);
      const [next] = await spfRecords(dns, target);
      if (next) await walk(next);
      trail.delete(target);
    }
  };
  await walk(record);
  return count;
}
