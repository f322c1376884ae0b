import dns, { type LookupAddress } from "node:dns";
import { isIP } from "node:net";

/** Only addresses of a family that this machine has, as Node itself asks where the system knows how. */
const hints = process.platform === "win32" ? 0 : dns.ADDRCONFIG;

/**
 * Looks up the addresses of a host, those of both families in turns, so that one family that leads
 * nowhere holds up no other (RFC 8305 §4). An address is its own, and told at once.
 */
export function lookUp(
  host: string,
  onEnd: (error: Error | undefined, addresses: readonly string[]) => void,
): void {
  if (isIP(host)) {
    onEnd(undefined, [host]);
    return;
  }
  // By way of the module, where programs put a resolver of their own.
  dns.lookup(host, { all: true, hints }, (error, found: readonly LookupAddress[] | string) => {
    if (error) onEnd(error, []);
    // Some of those know one address only.
    else if (typeof found === "string") onEnd(undefined, [found]);
    else if (found.length > 0) onEnd(undefined, alternate(found));
    else onEnd(Object.assign(new Error("it has no address"), { code: "ENOTFOUND" }), []);
  });
}

function alternate(found: readonly LookupAddress[]): readonly string[] {
  const isFirst = ({ family }: LookupAddress) => family === found[0]?.family;
  const first = found.filter(isFirst);
  const others = found.filter((entry) => !isFirst(entry));
  const pairs = found.map((_, index) => [first[index], others[index]]);
  return [...new Set(pairs.flat().flatMap((entry) => entry?.address ?? []))];
}
