import { isDeliveryError } from "../../errors.ts";
import type { Message } from "../../message/message.ts";
import { createProgress } from "../export-progress.ts";
import { describeFailure, type OpenTarget } from "./open-target.ts";
import type { ListRow } from "./read-list.ts";
import type { ResultsFile, RowResult } from "./results-file.ts";

/** What a list is sent with. */
export interface ListRun {
  readonly rows: readonly ListRow[];
  readonly compose: (row: ListRow) => Promise<Message>;
  readonly target: OpenTarget;
  readonly results: ResultsFile;
  readonly concurrency: number;
  /** Aborted: no row is begun any more. */
  readonly signal: AbortSignal;
  readonly onResult: (result: RowResult) => void;
}

/** What came of it. */
export interface ListOutcome {
  readonly results: readonly RowResult[];
  /** Why it ended before its end. */
  readonly stopped: string | undefined;
}

/** Kinds of failure that each further row would meet, too. */
const common = ["connection", "dns", "tls", "credentials", "closed"];

/** Sends rows, each after its beginning is on disk and before its outcome is. */
export async function sendList(run: ListRun): Promise<ListOutcome> {
  const { rows, target, results, concurrency, signal, onResult } = run;
  const progress = createProgress(process.stderr);
  const done: RowResult[] = [];
  const waiting = rows.values();
  let stopped: string | undefined;

  async function work(): Promise<void> {
    for (const row of waiting) {
      if (signal.aborted) stopped ??= "it was told to end";
      if (stopped !== undefined) return;
      const result = await sendRow(row);
      await results.write(result);
      done.push(result);
      onResult(result);
      if (process.stderr.isTTY) {
        progress.step(`  ${done.length}/${rows.length}  ${row.to}  ${result.state}`);
      }
    }
  }

  async function sendRow({ key, line, ...row }: ListRow): Promise<RowResult> {
    let messageId: string | undefined;
    try {
      const message = await run.compose({ key, line, ...row });
      ({ messageId } = message);
      await results.write({ key, line, state: "sending", messageId });
      const stream = message.stream ?? target.stream;
      await target.transport.deliver({ ...message, stream });
      return { key, line, state: "accepted", messageId };
    } catch (error) {
      const message = describeFailure(error, target);
      if (!isDeliveryError(error)) return { key, line, state: "failed", messageId, message };
      if (common.includes(error.kind) && error.outcome === "not-sent") stopped ??= message;
      const state = error.outcome === "unknown" ? "unknown" : "failed";
      return { key, line, state, messageId, message };
    }
  }

  try {
    await Promise.all(Array.from({ length: Math.min(concurrency, rows.length) }, work));
  } finally {
    progress.end();
  }
  return { results: done, stopped };
}
