import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Message } from "../../message/message.ts";
import { amount } from "../amount.ts";
import { createProgress } from "../export-progress.ts";
import { type SendArguments, standardOutput } from "../send-arguments.ts";
import { untilInterrupted } from "../until-interrupted.ts";
import type { OpenTarget } from "./open-target.ts";
import { type ListProblem, type ListRow, readListFile } from "./read-list.ts";
import { openResults, type RowResult } from "./results-file.ts";
import { sendList } from "./send-list.ts";
import { writeMessage } from "./send-one.ts";

/** Makes the message of a row. @throws what is wrong with it */
export type ComposeRow = (row: ListRow) => Promise<Message>;

/** Most problems that are printed. */
const mostProblems = 20;

/** Reads a list and composes each of its rows. @returns `undefined` when one is wrong, which was told by its line */
export async function checkList(
  file: string,
  compose: ComposeRow,
  dryRun: string | undefined,
): Promise<readonly ListRow[] | undefined> {
  const { rows, problems } = await readListFile(file);
  const found: ListProblem[] = [...problems];
  const folder = dryRun === standardOutput ? undefined : dryRun;
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const progress = createProgress(process.stderr);
  for (const [at, row] of rows.entries()) {
    // What is wrong with one column is wrong with each row.
    if (found.length > mostProblems) break;
    if (process.stderr.isTTY) progress.step(`  checked ${at + 1}/${rows.length}`);
    try {
      const message = await compose(row);
      if (folder !== undefined) await writeMessage(message, join(folder, nameOf(row)));
    } catch (error) {
      found.push({
        line: row.line,
        message: error instanceof Error ? error.message : String(error),
      });
    }
  }
  progress.end();
  if (found.length === 0) return rows;
  for (const { line, message } of found.slice(0, mostProblems)) {
    console.error(`${file}:${line}: ${message}`);
  }
  const count =
    found.length > mostProblems ? `more than ${mostProblems} rows` : amount(found.length, "row");
  console.error(`Cannot send the list: ${count} wrong, as shown above; nothing was sent`);
  return undefined;
}

/** The file of a row's message: its line first, so that they sort. */
function nameOf({ line, key }: ListRow): string {
  return `${String(line).padStart(6, "0")}-${key.replace(/[^\w.@+-]/g, "_").slice(0, 80)}.eml`;
}

/** Where results go unless another file is named: by email and server, since others say nothing of these. */
export function usualResults(list: string, id: string, target: OpenTarget): string {
  const words = `${basename(id)}.${target.id}`.replace(/[^\w.-]/g, "-");
  return `${list}.${words}.results.jsonl`;
}

/** Sends what is left of a list. @returns the exit code */
export async function runList(
  rows: readonly ListRow[],
  compose: ComposeRow,
  target: OpenTarget,
  asked: SendArguments & { readonly list: string },
): Promise<number> {
  const file = asked.results ?? usualResults(asked.list, asked.id, target);
  const results = await openResults(file, { email: asked.id, target: target.id });
  // Begins no further row then, and waits for those under way.
  const { signal, stop } = untilInterrupted();
  try {
    const stateOf = ({ key }: ListRow) => results.known.get(key)?.state;
    const isUncertain = (row: ListRow) => ["unknown", "sending"].includes(stateOf(row) ?? "");
    const accepted = rows.filter((row) => stateOf(row) === "accepted");
    const uncertain = asked.retryUnknown ? [] : rows.filter(isUncertain);
    const left = rows.filter((row) => !accepted.includes(row) && !uncertain.includes(row));
    const outcome = await sendList({
      ...{ rows: left, compose, target, results, signal, concurrency: asked.concurrency },
      onResult: (result) => tell(result, asked),
    });
    for (const { key, line } of uncertain) {
      const { messageId } = results.known.get(key) ?? {};
      const words = `${asked.list}:${line}: ${key} may have been sent before${messageId ? ` as ${messageId}` : ""}`;
      if (asked.json) console.log(JSON.stringify({ ...results.known.get(key), state: "unknown" }));
      console.error(`${words}; look it up, or send it again with --retry-unknown`);
    }
    const count = (state: RowResult["state"]) =>
      outcome.results.filter((result) => result.state === state).length;
    const parts = {
      accepted: count("accepted"),
      failed: count("failed"),
      unknown: count("unknown") + uncertain.length,
      before: accepted.length,
      left: left.length - outcome.results.length,
    };
    const { stopped } = outcome;
    if (asked.json) console.log(JSON.stringify({ ...parts, results: file, stopped }));
    else {
      console.log(
        `${parts.accepted} accepted by ${target.name}, ${parts.failed} failed, ${parts.unknown} unknown, ${parts.before} done before, ${parts.left} left`,
      );
      console.log(`Results in ${file}`);
    }
    if (stopped !== undefined) {
      console.error(`Ended early: ${stopped}. The same command goes on from here`);
    }
    return parts.failed + parts.unknown + parts.left > 0 ? 1 : 0;
  } finally {
    stop();
    await results.close();
  }
}

function tell(
  result: RowResult,
  { json, list }: { readonly json: boolean; readonly list: string },
) {
  if (json) console.log(JSON.stringify(result));
  else if (result.state !== "accepted") {
    console.error(`${list}:${result.line}: ${result.key} ${result.state}: ${result.message}`);
  }
}
