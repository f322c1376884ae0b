import type { ClientName } from "../../route.ts";

/** What a client made of an email. */
export interface ClientReport {
  readonly client: ClientName;
  /** What it did not take, the most frequent first. */
  readonly ignored: readonly Ignored[];
  /** What befell the email as a whole: sentences. */
  readonly events: readonly string[];
}

/** One kind of thing that a client did not take. */
export interface Ignored {
  /** `border-radius`, `display: flex`, `padding outside of table cells`, `<video>`. */
  readonly what: string;
  readonly count: number;
  /** The page of caniemail about it, where the data decided. */
  readonly url: string | null;
}

/** Counts while an email is gone through. */
export interface Tally {
  ignore(what: string, slug?: string): void;
  tell(event: string): void;
  read(client: ClientName): ClientReport;
}

/** Makes an empty tally. */
export function createTally(): Tally {
  const counts = new Map<string, { count: number; url: string | null }>();
  const events: string[] = [];
  return {
    ignore(what, slug) {
      const known = counts.get(what) ?? { count: 0, url: slug ? featureUrl(slug) : null };
      counts.set(what, { ...known, count: known.count + 1 });
    },
    tell(event) {
      if (!events.includes(event)) events.push(event);
    },
    read: (client) => ({
      client,
      events,
      ignored: [...counts]
        .map(([what, rest]) => ({ what, ...rest }))
        .sort((one, other) => other.count - one.count || (one.what < other.what ? -1 : 1)),
    }),
  };
}

function featureUrl(slug: string): string {
  return `https://www.caniemail.com/features/${slug}/`;
}
