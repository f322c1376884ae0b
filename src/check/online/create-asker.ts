import { lookup } from "node:dns/promises";
import type { Answer, Answers } from "./answer.ts";
import { askAddress } from "./ask-address.ts";
import { isPublicAddress } from "./is-public-address.ts";
import type { Reach } from "./request-once.ts";

/** Options of {@link createAsker}. */
export interface AskerOptions extends Partial<Reach> {
  /** How many are asked at once. @default 16 */
  readonly most?: number | undefined;
}

/** Asks addresses on the net whether they answer; each once. */
export interface Asker {
  /** Asks all of them that are `http:` or `https:`. */
  ask(addresses: Iterable<string>): Promise<Answers>;
}

/** Creates an asker; without options it asks the public net, and no private one. */
export function createAsker({
  resolve = (host) => lookup(host, { all: true }),
  isAllowed = isPublicAddress,
  timeoutMs = 10_000,
  most = 16,
}: AskerOptions = {}): Asker {
  const known = new Map<string, Promise<Answer>>();
  const waiting: (() => void)[] = [];
  let free = most;

  async function inTurn(href: string): Promise<Answer> {
    if (free === 0) await new Promise<void>((turn) => waiting.push(turn));
    else free--;
    try {
      return await askAddress(href, { resolve, isAllowed, timeoutMs });
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  }

  function askOne(address: string): Promise<Answer> {
    // A part of a page is asked for with the page.
    const href = address.replace(/#.*$/s, "");
    const ready = known.get(href) ?? inTurn(href);
    known.set(href, ready);
    return ready;
  }

  return {
    async ask(addresses) {
      const asked = [...new Set(addresses)].filter(
        (address) => /^https?:/i.test(address) && URL.canParse(address),
      );
      const answers = await Promise.all(asked.map(askOne));
      return new Map(asked.map((address, at) => [address, answers[at] as Answer]));
    },
  };
}
