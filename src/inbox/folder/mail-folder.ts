import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Arrival } from "../arrival.ts";
import { smallMessageBytes } from "../reading/read-limits.ts";
import { type FoundMessage, findMessages } from "./find-messages.ts";
import { lockFolder } from "./folder-lock.ts";
import { writeIndex } from "./index-files.ts";
import { fileNameOf, toFacts } from "./kept-message.ts";
import { openReadMarks } from "./read-marks.ts";

/** Mail in a folder: a file `.eml` for each message, to the octet, and an index beside them. */
export interface MailFolder {
  /** What was there when it was opened, oldest first. */
  readonly found: readonly FoundMessage[];
  /** Ids of the messages that were read. */
  readonly readIds: ReadonlySet<string>;
  /**
   * Writes a message. When this returns, or what it returns resolves, the system has it: it outlives
   * this process, however that ends. It is not forced onto the disk, so that a power cut may lose
   * the mail of its last seconds.
   *
   * @throws {Error} with `responseCode` 452 when it cannot be written
   */
  keep(arrival: Arrival): Promise<void> | undefined;
  remove(ids: readonly string[]): void;
  mark(ids: readonly string[], isRead: boolean): void;
  /** Resolves when all is written and the folder is free for another. */
  close(): Promise<void>;
}

/**
 * Opens a folder, and makes it where there is none.
 *
 * @param tell told of each thing in the folder that is skipped, and why
 * @throws {Error} when it cannot be made or written to, or another inbox uses it
 */
export function openMailFolder(folder: string, tell: (problem: string) => void): MailFolder {
  mkdirSync(folder, { recursive: true });
  const lock = lockFolder(folder);
  const found = findMessages(folder, tell);
  const index = writeIndex(
    folder,
    found.map(({ facts }) => facts),
  );
  const marks = openReadMarks(folder);
  const fileOf = new Map(found.map(({ facts }) => [facts.id, facts.file]));
  let removing: Promise<unknown> = Promise.resolve();

  function enter(arrival: Arrival, file: string): void {
    index.add(toFacts(arrival, file));
    fileOf.set(arrival.id, file);
  }

  async function keepLarge(arrival: Arrival, file: string, path: string): Promise<void> {
    await writeFile(`${path}.part`, arrival.raw);
    await rename(`${path}.part`, path);
    enter(arrival, file);
  }

  return {
    found,
    readIds: marks.ids,
    keep(arrival) {
      const file = fileNameOf(arrival);
      const path = join(folder, file);
      if (arrival.raw.length > smallMessageBytes) {
        return keepLarge(arrival, file, path).catch((error) => {
          throw cannotKeep(error);
        });
      }
      // A small file is written faster than another thread is asked to do so.
      try {
        writeFileSync(`${path}.part`, arrival.raw);
        renameSync(`${path}.part`, path);
        enter(arrival, file);
        return undefined;
      } catch (error) {
        throw cannotKeep(error);
      }
    },
    remove(ids) {
      if (ids.length === 0) return;
      const files = ids.flatMap((id) => fileOf.get(id) ?? []);
      for (const id of ids) {
        fileOf.delete(id);
        index.remove(id);
      }
      marks.set(ids, false);
      removing = removing.then(async () => {
        for (const file of files) await rm(join(folder, file), { force: true }).catch(() => {});
      });
    },
    mark: marks.set,
    async close() {
      await removing;
      await marks.settled();
      index.close();
      lock.release();
    },
  };
}

function cannotKeep(cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message.split(",")[0] : String(cause);
  const error = new Error(`Cannot keep the message: ${reason}`, { cause });
  return Object.assign(error, { responseCode: 452 });
}
