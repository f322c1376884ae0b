import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { HistorySave } from "../../protocol/index.ts";

/** So many saves of an email are kept. */
export const historyCapacity = 50;

/** A save without its renders, which are the larger part. */
export interface StoredSave extends Omit<HistorySave, "renders"> {
  /** Slugs of the variants whose render is kept. */
  readonly variants: readonly string[];
}

/** Where the saves of a day lie: one folder for each email, two files for each save. */
export interface HistoryFolder {
  /** Keys of an email's saves of this day, the oldest first. */
  keys(id: string): Promise<readonly string[]>;
  /** @returns undefined where it is not there, or cannot be read */
  read(id: string, key: string): Promise<StoredSave | undefined>;
  /** @returns none where they are not there, or cannot be read */
  readRenders(id: string, key: string): Promise<HistorySave["renders"]>;
  /** Writes one; the oldest beyond the capacity go. */
  write(id: string, save: HistorySave): Promise<void>;
  /** Deletes the saves of other days. */
  tidy(): Promise<void>;
}

/** @param now the time, ms since the epoch: its day is the one that counts */
export function openHistoryFolder(folder: string, now: () => number): HistoryFolder {
  const dayOf = (time: number) => {
    const date = new Date(time);
    const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
    return parts.map((part) => String(part).padStart(2, "0")).join("-");
  };
  const folderOf = (id: string) =>
    join(folder, dayOf(now()), createHash("sha256").update(id).digest("hex").slice(0, 24));
  const fileOf = (id: string, key: string) => join(folderOf(id), `${Number(key)}.json`);
  const rendersOf = (id: string, key: string) => join(folderOf(id), `${Number(key)}.renders.json`);

  async function keys(id: string): Promise<readonly string[]> {
    const names = await readdir(folderOf(id)).catch(() => []);
    const found = names.flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? []);
    return found.sort((one, other) => Number(one) - Number(other));
  }

  return {
    keys,
    read: (id, key) => readJson<StoredSave>(fileOf(id, key)),
    readRenders: async (id, key) => (await readJson(rendersOf(id, key))) ?? {},
    async write(id, { renders, ...save }) {
      await mkdir(folderOf(id), { recursive: true });
      const variants = Object.keys(renders);
      if (variants.length > 0) await writeJson(rendersOf(id, save.key), renders);
      await writeJson(fileOf(id, save.key), { ...save, variants } satisfies StoredSave);
      const all = await keys(id);
      for (const old of all.slice(0, Math.max(0, all.length - historyCapacity))) {
        for (const file of [fileOf(id, old), rendersOf(id, old)]) await rm(file, { force: true });
      }
    },
    async tidy() {
      const days = await readdir(folder).catch(() => []);
      const others = days.filter((day) => /^\d+-\d\d-\d\d$/.test(day) && day !== dayOf(now()));
      for (const day of others) await rm(join(folder, day), { recursive: true, force: true });
    },
  };
}

async function readJson<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as T;
  } catch {
    // Not there, deleted by hand, or cut off when the machine stopped.
    return undefined;
  }
}

/** A reader meets the whole of it, or what was there before. */
async function writeJson(file: string, value: unknown): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(value));
  await rename(draft, file);
}
