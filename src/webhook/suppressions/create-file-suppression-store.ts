import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { createBatcher } from "../files/create-batcher.ts";
import { openJsonLines } from "../files/json-lines.ts";
import { mergeSuppression } from "./merge-suppression.ts";
import { isSuppressed, matchesSuppression, suppressionKey } from "./suppression-key.ts";
import type { SuppressionChange, SuppressionState, SuppressionStore } from "./suppression-store.ts";

/** A change as JSON has it. */
type ChangeLine = Omit<SuppressionChange, "at"> & { readonly at: string };

/**
 * Keeps suppressions in a file of JSON lines, one for each change. Several processes of one machine
 * may use the same file; one that is killed leaves at worst a part of a line, which is passed over.
 *
 * @param options `file`: its path; it and its folder are made where there are none
 * @throws {Error} when the file cannot be written to
 */
export async function createFileSuppressionStore({
  file,
}: {
  readonly file: string;
}): Promise<SuppressionStore> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const lines = await openJsonLines(file);
  const states = new Map<string, SuppressionState>();
  let isClosed = false;
  const applyLine = (value: unknown) => {
    const change = readChange(value);
    if (!change) return;
    const key = suppressionKey(change.address, change.stream);
    states.set(key, mergeSuppression(states.get(key), change));
  };
  // One at a time: `undefined` reads only.
  const give = createBatcher<SuppressionChange | undefined, SuppressionState | undefined>(
    async (changes) => {
      const given = changes.flatMap((change) => change ?? []);
      if (given.length > 0) await lines.append(given.map(toLine), { sync: true });
      await lines.refresh(applyLine);
      return changes.map((change) =>
        change ? states.get(suppressionKey(change.address, change.stream)) : undefined,
      );
    },
  );
  return {
    async find(addresses, stream) {
      await give(undefined);
      return addresses.flatMap((address) => {
        const state = states.get(suppressionKey(address, stream));
        return state && isSuppressed(state) ? [state] : [];
      });
    },
    async apply(change) {
      const state = await give({ ...change, address: change.address.toLowerCase() });
      if (!state) throw new Error("Cannot keep the suppression: its file was changed from outside");
      return state;
    },
    async *list(filter = {}) {
      await give(undefined);
      for (const key of [...states.keys()].sort()) {
        const state = states.get(key);
        if (state && matchesSuppression(state, filter)) yield state;
      }
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await give.idle();
      await lines.close();
    },
  };
}

function toLine(change: SuppressionChange): ChangeLine {
  return { ...change, at: change.at.toISOString() };
}

function readChange(value: unknown): SuppressionChange | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { address, stream, reason, at, origin, atPostmark } = value as ChangeLine;
  const isWhole = typeof address === "string" && typeof stream === "string" && Boolean(at);
  return isWhole ? { address, stream, reason, at: new Date(at), origin, atPostmark } : undefined;
}
