import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type JsonLines, type LinePlace, openJsonLines } from "../files/json-lines.ts";

/** The files of a store of webhooks, one for each day: `2026-11-26.jsonl`. */
export interface Segments {
  /** Reads what is new in all of them, the oldest first. */
  refresh(onValue: (value: unknown, segment: string, place: LinePlace) => void): Promise<void>;
  append(
    day: string,
    values: readonly unknown[],
    options: { readonly sync: boolean },
  ): Promise<void>;
  /** Reads a line again; `undefined` where its file is gone. */
  read(segment: string, place: LinePlace): Promise<unknown>;
  /** Names of the files that were there at the last refresh, the oldest first. */
  names(): readonly string[];
  remove(segment: string): Promise<void>;
  close(): Promise<void>;
}

const segmentName = /^\d{4}-\d{2}-\d{2}\.jsonl$/;

/** The day of a time, as files are named. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Opens the files in a folder, which is made where there is none. */
export async function openSegments(folder: string): Promise<Segments> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const opened = new Map<string, JsonLines>();
  let known: readonly string[] = [];
  const openSegment = async (name: string) => {
    const lines = opened.get(name) ?? (await openJsonLines(join(folder, name)));
    opened.set(name, lines);
    return lines;
  };
  const release = async (name: string) => {
    await opened.get(name)?.close();
    opened.delete(name);
  };
  return {
    async refresh(onValue) {
      const names = (await readdir(folder)).filter((name) => segmentName.test(name)).sort();
      for (const gone of known.filter((name) => !names.includes(name))) await release(gone);
      known = names;
      for (const name of names) {
        const lines = await openSegment(name);
        await lines.refresh((value, place) => onValue(value, name, place));
      }
    },
    append: async (day, values, options) =>
      (await openSegment(`${day}.jsonl`)).append(values, options),
    read: async (segment, place) => opened.get(segment)?.read(place),
    names: () => known,
    async remove(segment) {
      await release(segment);
      await rm(join(folder, segment), { force: true });
    },
    async close() {
      for (const name of [...opened.keys()]) await release(name);
    },
  };
}
