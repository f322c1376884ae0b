import { randomUUID } from "node:crypto";
import { type Clock, systemClock } from "../../clock.ts";
import { createBatcher } from "../files/create-batcher.ts";
import { decideClaim } from "./claim-state.ts";
import { matchesFilter } from "./matches-filter.ts";
import { dayOf, openSegments, type Segments } from "./segments.ts";
import { applyLine, type ClaimLine, type SettleLine, type WebhookEntries } from "./webhook-log.ts";
import type { ClaimOptions, WebhookArrival, WebhookClaim, WebhookStore } from "./webhook-store.ts";

/** Options of {@link createFileWebhookStore}. */
export interface FileWebhookStoreOptions {
  /** Folder of the store; made where there is none. Of this store alone. */
  readonly folder: string;
  /**
   * Days that webhooks are kept when they are done. Those that are not stay until they are, and
   * what is younger than they are stays with them.
   *
   * @default 7
   */
  readonly keepDays?: number | undefined;
  /**
   * Whether a webhook is on the disk before it is handled, so that it outlives a loss of power and
   * not only the end of the process.
   *
   * @default true
   */
  readonly sync?: boolean | undefined;
  /** Time by which old files are removed. @default the machine's own */
  readonly clock?: Clock | undefined;
}

type Operation =
  | { readonly arrival: WebhookArrival; readonly options: ClaimOptions; readonly token: string }
  | { readonly line: SettleLine };

const dayMs = 24 * 60 * 60 * 1_000;

/**
 * Keeps webhooks in files of JSON lines, one for each day. Nothing that was written is changed, so
 * a process that is killed leaves at worst a part of a line, which is passed over. Several
 * processes of one machine may use the same folder: of two claims the one that stands first in
 * the file wins.
 *
 * @throws {Error} when the folder cannot be written to
 * @throws {RangeError} when `keepDays` is not a number above 0
 */
export async function createFileWebhookStore({
  folder,
  keepDays = 7,
  sync = true,
  clock = systemClock,
}: FileWebhookStoreOptions): Promise<WebhookStore> {
  if (!(keepDays > 0)) {
    throw new RangeError(
      `Cannot open the store of webhooks: 'keepDays' is ${keepDays}; give a number above 0`,
    );
  }
  const segments = await openSegments(folder);
  const entries: WebhookEntries = new Map();
  let isClosed = false;
  const refresh = () =>
    segments.refresh((value, segment, place) => applyLine(entries, value, segment, place));

  const run = async (operations: readonly Operation[]): Promise<readonly WebhookClaim[]> => {
    await refresh();
    const lines = operations.flatMap((each) => toLine(each, entries));
    if (lines.length > 0) {
      const isClaimed = lines.some((line) => "claim" in line);
      const day = dayOf(Math.max(...lines.map(({ now }) => now)));
      if (!segments.names().includes(`${day}.jsonl`))
        await prune(segments, entries, clock, keepDays);
      await segments.append(day, lines, { sync: sync && isClaimed });
      await refresh();
    }
    return operations.map((each) => outcomeOf(each, entries));
  };
  const give = createBatcher(run);
  await refresh();
  await prune(segments, entries, clock, keepDays);

  return {
    claim: async (arrival, options) => give({ arrival, options, token: randomUUID() }),
    async settle(settle, outcome) {
      await give({ line: { settle, ...outcome } });
    },
    async *list(filter = {}) {
      await refresh();
      const meant = [...entries.values()].filter((entry) => matchesFilter(entry, filter));
      meant.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
      for (const { segment, place, token: _, ...record } of meant) {
        const line = (await segments.read(segment, place)) as ClaimLine | undefined;
        if (line?.arrival) yield { ...record, body: line.arrival.body };
      }
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await give.idle();
      await segments.close();
    },
  };
}

function toLine(
  operation: Operation,
  entries: WebhookEntries,
): readonly (ClaimLine | SettleLine)[] {
  if ("line" in operation) return entries.has(operation.line.settle) ? [operation.line] : [];
  const { arrival, options, token } = operation;
  const { id, receivedAt, ...rest } = arrival;
  const known = entries.get(id);
  if (decideClaim(known, options) !== "handle") return [];
  const { now, leaseMs, again = false } = options;
  const kept = { ...rest, receivedAt: receivedAt.toISOString() };
  return [{ claim: id, token, now, leaseMs, again, ...(!known && { arrival: kept }) }];
}

function outcomeOf(operation: Operation, entries: WebhookEntries): WebhookClaim {
  if ("line" in operation) return "done";
  const entry = entries.get(operation.arrival.id);
  if (entry?.token === operation.token) return "handle";
  return entry?.status === "done" ? "done" : "busy";
}

/** Removes the oldest files in which nothing is left to do. What follows one that stays may speak of it. */
async function prune(
  segments: Segments,
  entries: WebhookEntries,
  clock: Clock,
  keepDays: number,
): Promise<void> {
  const oldest = `${dayOf(Math.max(0, clock.now() - keepDays * dayMs))}.jsonl`;
  for (const name of segments.names()) {
    if (name >= oldest) return;
    const own = [...entries.values()].filter(({ segment }) => segment === name);
    if (own.some(({ status }) => status !== "done")) return;
    await segments.remove(name);
    for (const { id } of own) entries.delete(id);
  }
}
