import type { Database } from "../database/database.ts";

/**
 * A short text that is another one whenever something has changed that a page shows. It costs a few
 * look-ups in indexes, however many messages there are.
 */
export async function readMark({ run, schema }: Database): Promise<string> {
  const [row] = await run<{ mark: string }>(
    `SELECT concat_ws('/',
       (SELECT last_value FROM ${schema}.fences),
       (SELECT max(id) FROM ${schema}.events),
       (SELECT id FROM ${schema}.messages ORDER BY created_at DESC LIMIT 1),
       (SELECT count(*) FROM ${schema}.messages WHERE state = 'sending'),
       (SELECT max(settled_at) FROM ${schema}.messages WHERE settled_at IS NOT NULL),
       (SELECT count(*) FROM ${schema}.workers WHERE lease_until > now()),
       (SELECT string_agg(name || coalesce(paused_at::text, ''), ' ' ORDER BY name)
        FROM ${schema}.channels)) AS mark`,
  );
  return row?.mark ?? "";
}
