import { PostmarkRefusal } from "./postmark-refusal.ts";

/** The parameters of a request; their names count in any case, as they do at Postmark. */
export interface Query {
  /** `undefined` when it is not there, or empty. */
  text(name: string): string | undefined;
  boolean(name: string): boolean | undefined;
  /** A time; of a day without one its beginning, or its last millisecond. */
  date(name: string, edge: "begin" | "end"): number | undefined;
  /** `metadata_<key>`, with the keys in lower case. */
  metadata(): readonly (readonly [key: string, value: string])[];
  /** `count` and `offset` of a list. */
  page(): { readonly count: number; readonly offset: number };
}

/** Most entries of one answer, and how far back a search reaches. */
const limits = { count: 500, reach: 10_000 };

/**
 * Reads the query of a request.
 *
 * @param code Postmark's number for what is wrong with it
 */
export function readQuery(search: URLSearchParams, code: number): Query {
  const values = new Map<string, string>();
  for (const [name, value] of search) values.set(name.toLowerCase(), value.trim());
  const text = (name: string) => values.get(name.toLowerCase()) || undefined;

  function number(name: string, most: number): number {
    const value = text(name);
    if (value === undefined) {
      throw new PostmarkRefusal(code, `Parameter '${name}' is required.`);
    }
    if (/^\d{1,9}$/.test(value) && Number(value) <= most) return Number(value);
    throw new PostmarkRefusal(code, `Parameter '${name}' must be a number from 0 to ${most}.`);
  }

  return {
    text,
    boolean(name) {
      const value = text(name)?.toLowerCase();
      if (value === undefined || value === "true") return value && true;
      if (value === "false") return false;
      throw new PostmarkRefusal(code, `Parameter '${name}' must be true or false.`);
    },
    date(name, edge) {
      const value = text(name);
      return value === undefined ? undefined : readDate(name, value, edge, code);
    },
    metadata: () =>
      [...values].flatMap(([name, value]) =>
        name.startsWith("metadata_") ? [[name.slice("metadata_".length), value] as const] : [],
      ),
    page() {
      const count = number("count", limits.count);
      const offset = number("offset", limits.reach);
      if (count + offset <= limits.reach) return { count, offset };
      throw new PostmarkRefusal(
        code,
        `Parameters 'count' and 'offset' reach ${limits.reach} entries at most.`,
      );
    },
  };
}

/**
 * Postmark reads a time without a zone as one of the east of the USA. Here it is UTC, so that "today"
 * is the same day for anyone who asks.
 */
function readDate(name: string, value: string, edge: "begin" | "end", code: number): number {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value);
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/i.test(value);
  const ms = Date.parse(isDay ? `${value}T00:00:00Z` : hasZone ? value : `${value}Z`);
  if (Number.isNaN(ms)) {
    throw new PostmarkRefusal(code, `Parameter '${name}' must be a date, such as 2026-01-31.`);
  }
  return isDay && edge === "end" ? ms + 24 * 60 * 60 * 1000 - 1 : ms;
}
