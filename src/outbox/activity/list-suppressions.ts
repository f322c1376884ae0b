import type {
  SuppressionOrigin,
  SuppressionReason,
} from "../../webhook/suppressions/suppression-store.ts";
import type { Database } from "../database/database.ts";

/** An address that gets no more mail of a stream, and why. */
export interface ActivitySuppression {
  readonly address: string;
  readonly stream: string;
  readonly reason: SuppressionReason;
  readonly since: Date;
  readonly origin: SuppressionOrigin;
  /** Whether Postmark's own list has it too. */
  readonly atPostmark: boolean;
}

/** Suppressions that were found, the latest first. */
export interface SuppressionPage {
  readonly suppressions: readonly ActivitySuppression[];
  /** How many fit, shown or not. */
  readonly amount: number;
}

/** So many are shown. */
const mostShown = 200;

/** Lists who gets no more mail, the latest first. @param part of the address, in any case */
export async function listSuppressions(
  { run, schema }: Database,
  part: string,
): Promise<SuppressionPage> {
  const rows = await run<SuppressionRow>(
    `SELECT address, stream, reason, since, origin, at_postmark,
       (count(*) OVER ())::integer AS amount
     FROM ${schema}.suppressions
     WHERE reason IS NOT NULL AND position($1::text IN address) > 0
     ORDER BY since DESC, address, stream LIMIT ${mostShown}`,
    [part.trim().toLowerCase().replaceAll("\0", "")],
  );
  return {
    suppressions: rows.map(({ at_postmark: atPostmark, amount: _, ...rest }) => {
      return { ...rest, atPostmark };
    }),
    amount: rows[0]?.amount ?? 0,
  };
}

interface SuppressionRow extends Omit<ActivitySuppression, "atPostmark"> {
  readonly at_postmark: boolean;
  readonly amount: number;
}
