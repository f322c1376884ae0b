import { messageColumns } from "../care/stored-message.ts";
import { type Conditions, createConditions } from "../database/conditions.ts";
import type { ActivitySearch } from "./activity-search.ts";

/** A statement and its values. */
export interface SearchStatement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Everything of a message that a word may stand in. */
const haystack = `concat_ws(' ', subject, array_to_string(recipients || accepted, ' '), tag, email,
  key, reason, message_id, postmark_id, id)`;

const addressed = "array_to_string(recipients || accepted, ' ')";

/** The states that the index on addresses leaves out. */
const waiting = "'queued', 'retry', 'sending'";

/** A whole address, as the index on addresses knows it. */
const wholeAddress = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

/** Whether a search has conditions that only looking at each message can answer. */
export function looksAtEach({ to = [], ...search }: ActivitySearch): boolean {
  const { subject = [], tag = [], email = [], key = [], stream = [], words = [] } = search;
  const others = [subject, tag, email, key, stream].some((list) => list.length > 0);
  return others || [...to, ...words].some((text) => !wholeAddress.test(text));
}

/**
 * The statement that looks at the next `window` messages, newest first, and gives those of them that
 * fit. One row at least: each has how many were looked at, and where the last of them stands.
 *
 * What an index answers narrows down which messages are looked at; the rest is asked of each, so
 * that a search for what is nowhere ends with its window.
 */
export function searchStatement(
  schema: string,
  search: ActivitySearch,
  window: number,
  limit: number,
): SearchStatement {
  const narrow = createConditions();
  addPosition(narrow, search);
  const addresses = [...(search.to ?? []), ...(search.words ?? [])].filter((text) =>
    wholeAddress.test(text),
  );
  narrow.add(addresses.length > 0 ? addresses.map(lower) : undefined, (v) => {
    return `${schema}.lowered(recipients || accepted) @> ${v}::text[]`;
  });
  const match = matchConditions(search, narrow.values);
  // Without statistics of its own an address seems frequent, and the newest messages would be gone
  // through one by one: a subquery with an OFFSET is planned by itself, by the index on addresses.
  const apart = addresses.length > 0 ? " OFFSET 0" : "";
  // States are literals: an index for some of them only is used where the planner sees which.
  const { states } = search;
  const branch = (condition?: string) => {
    const where = narrow.where();
    const isState = condition === undefined ? "" : `${where ? " AND" : "WHERE"} ${condition}`;
    return `(SELECT * FROM
      (SELECT ${messageColumns}, accepted FROM ${schema}.messages ${where}${isState}${apart}) AS one
      ORDER BY created_at DESC, id DESC LIMIT ${window})`;
  };
  const conditions = states
    ? [...new Set(states)].map((state) => `state = '${state}'`)
    : // The index on addresses has none that wait: those are looked through.
      addresses.length > 0
      ? [`state NOT IN (${waiting})`, `state IN (${waiting})`]
      : [undefined];
  const branches = conditions.map((condition) => branch(condition));
  const place = "(extract(epoch FROM created_at) * 1000000)::bigint::text || '.' || id::text";
  return {
    values: narrow.values,
    sql: `
WITH seen AS MATERIALIZED (
  SELECT * FROM (${branches.join(" UNION ALL ")}) AS every
  ORDER BY created_at DESC, id DESC LIMIT ${window}
), found AS (
  SELECT *, ${place} AS place FROM seen ${match} ORDER BY created_at DESC, id DESC LIMIT ${limit}
), looked AS (
  SELECT count(*)::integer AS seen_count, min(created_at) AS seen_to,
    (SELECT ${place} FROM seen ORDER BY created_at, id LIMIT 1) AS seen_place
  FROM seen
)
SELECT * FROM looked LEFT JOIN found ON true ORDER BY created_at DESC, id DESC`,
  };
}

/** Where the page before ended, and between which times. */
function addPosition({ add, values }: Conditions, { after, since, until }: ActivitySearch): void {
  add(since, (v) => `created_at >= ${v}`);
  add(until, (v) => `created_at < ${v}`);
  if (after === undefined) return;
  const [microseconds, id] = readPlace(after);
  add(microseconds, (v) => {
    values.push(id);
    return `(created_at, id) <
      (timestamptz 'epoch' + ${v}::bigint * interval '1 microsecond', $${values.length}::uuid)`;
  });
}

function matchConditions(search: ActivitySearch, values: unknown[]): string {
  const conditions: string[] = [];
  const contains = (texts: readonly string[] = [], where: string) => {
    for (const text of texts) {
      values.push(lower(text));
      conditions.push(`position($${values.length}::text IN lower(${where})) > 0`);
    }
  };
  contains(
    search.to?.filter((text) => !wholeAddress.test(text)),
    addressed,
  );
  contains(search.subject, "subject");
  contains(search.tag, "coalesce(tag, '')");
  contains(search.email, "coalesce(email, '')");
  contains(search.key, "coalesce(key, '')");
  contains(search.stream, "stream");
  contains(
    search.words?.filter((text) => !wholeAddress.test(text)),
    haystack,
  );
  return conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
}

const placeForm = /^(\d{1,17})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @throws {RangeError} when it is none that a page gave */
function readPlace(place: string): readonly [string, string] {
  const [, microseconds, id] = placeForm.exec(place) ?? [];
  if (microseconds !== undefined && id !== undefined) return [microseconds, id];
  throw new RangeError("Option 'after' is no place in the list; give the 'next' of a page");
}

function lower(text: string): string {
  return text.toLowerCase().replaceAll("\0", "");
}
