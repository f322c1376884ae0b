/** What is needed of a resolver; Node's own `Resolver` of `node:dns/promises` is one. */
export interface DnsResolver {
  resolveTxt(name: string): Promise<readonly (readonly string[])[]>;
  resolveCname(name: string): Promise<readonly string[]>;
  resolveMx(
    name: string,
  ): Promise<readonly { readonly exchange: string; readonly priority: number }[]>;
  resolve4(name: string): Promise<readonly string[]>;
  resolve6(name: string): Promise<readonly string[]>;
}

/** Thrown when DNS gave no answer, which is not the same as an answer that there is nothing. */
export class DnsUnreachable extends Error {
  override readonly name = "DnsUnreachable";
}

/** Looks records up. Nothing there is an empty list; no answer is a {@link DnsUnreachable}. */
export interface DnsLookup {
  /** The strings of each record joined, as RFC 7208 §3.3 and RFC 6376 §3.6.2.2 say. */
  txt(name: string): Promise<readonly string[]>;
  /** Lower case, without a dot at the end. */
  cname(name: string): Promise<readonly string[]>;
  /** Null MX (RFC 7505) is the empty string. */
  mx(name: string): Promise<readonly string[]>;
  /** IPv4 and IPv6. */
  addresses(name: string): Promise<readonly string[]>;
}

/** Answers that say: there is no such name, or no such record. */
const nothing: readonly unknown[] = ["ENOTFOUND", "ENODATA", "NOTFOUND", "NODATA"];

/** A name that there is, whatever happens to the one that is looked at. */
const knownName = "smtp.postmarkapp.com";

/**
 * Wraps a resolver: each question is asked once and answered within `timeoutMs`. A resolver without
 * a network that denies every name, Postmark's too, counts as no answer.
 */
export function createDnsLookup(resolver: DnsResolver, timeoutMs: number): DnsLookup {
  const asked = new Map<string, Promise<readonly unknown[]>>();
  const ask = <Item>(type: string, name: string, look: () => Promise<readonly Item[]>) => {
    const key = `${type} ${name.toLowerCase()}`;
    const answer = asked.get(key) ?? answerOf(key, look, timeoutMs).then(believed);
    asked.set(key, answer);
    return answer as Promise<readonly Item[]>;
  };
  let control: Promise<boolean> | undefined;
  const believed = async <Item>(found: readonly Item[]) => {
    if (found.length > 0) return found;
    control ??= deniesAll(resolver, timeoutMs);
    if (await control) {
      throw new DnsUnreachable(`DNS knows no name at all here, not even ${knownName}`);
    }
    return found;
  };
  return {
    txt: (name) =>
      ask("TXT", name, async () => (await resolver.resolveTxt(name)).map((one) => one.join(""))),
    cname: (name) =>
      ask("CNAME", name, async () => (await resolver.resolveCname(name)).map(plainName)),
    mx: (name) =>
      ask("MX", name, async () =>
        [...(await resolver.resolveMx(name))]
          .sort((a, b) => a.priority - b.priority)
          .map(({ exchange }) => plainName(exchange)),
      ),
    async addresses(name) {
      const [four, six] = await Promise.all([
        ask("A", name, () => resolver.resolve4(name)),
        ask("AAAA", name, () => resolver.resolve6(name)),
      ]);
      return [...four, ...six];
    },
  };
}

/** An error is no denial: a domain's own server refuses to speak of others. */
async function deniesAll(resolver: DnsResolver, timeoutMs: number): Promise<boolean> {
  try {
    const look = () => resolver.resolve4(knownName);
    return (await answerOf(`A ${knownName}`, look, timeoutMs)).length === 0;
  } catch {
    return false;
  }
}

async function answerOf<Item>(
  question: string,
  look: () => Promise<readonly Item[]>,
  timeoutMs: number,
): Promise<readonly Item[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DnsUnreachable(`DNS gave no answer to ${question} within ${timeoutMs} ms`)),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([look(), late]);
  } catch (error) {
    if (error instanceof DnsUnreachable) throw error;
    const code = (error as { readonly code?: unknown }).code;
    if (nothing.includes(code)) return [];
    throw new DnsUnreachable(`DNS gave no answer to ${question} (${String(code ?? error)})`);
  } finally {
    clearTimeout(timer);
  }
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}
