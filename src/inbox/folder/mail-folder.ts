import { mkdirSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Arrival } from "../arrival.ts";
import { smallMessageBytes } from "../reading/read-limits.ts";
import { createFiling } from "./filing.ts";
import { findMessages } from "./find-messages.ts";
import { lockFolder } from "./folder-lock.ts";
import { writeIndex } from "./index-files.ts";
import { openJournal } from "./journal.ts";
import { fileNameOf, type KeptFacts, toFacts } from "./kept-message.ts";
import { createKeptSource, type KeptSource } from "./kept-source.ts";
import { openReadMarks } from "./read-marks.ts";

/** A message that lies in a folder. */
export interface FoundMessage {
  readonly facts: KeptFacts;
  readonly source: KeptSource;
}

/**
 * Mail in a folder: a file `.eml` for each message, to the octet, and an index beside them. Small
 * messages go into a journal first, and get their files as soon as fewer come.
 */
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
  /** Where the octets of a message are that was kept. */
  sourceOf(id: string): KeptSource | undefined;
  /** Deletes messages. Anyone who holds one still can read it. */
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
  const journal = openJournal(folder, tell);
  const facts = findMessages(folder, journal, tell);
  const index = writeIndex(
    folder,
    facts.filter(({ id }) => !journal.has(id)),
  );
  const filing = createFiling({ folder, journal, index, tell });
  if (journal.count > 0) filing.arrived();
  const marks = openReadMarks(folder);
  const sources = new Map<string, KeptSource>();
  const found = facts.map((one) => ({ facts: one, source: enter(one) }));
  let removing: Promise<unknown> = Promise.resolve();

  function enter(one: KeptFacts): KeptSource {
    const source = createKeptSource(folder, journal, one);
    sources.set(one.id, source);
    return source;
  }

  async function keepLarge(arrival: Arrival, facts: KeptFacts): Promise<void> {
    const path = join(folder, facts.file);
    await writeFile(`${path}.part`, arrival.raw);
    await rename(`${path}.part`, path);
    index.add([facts]);
    enter(facts);
  }

  async function removeFile(path: string, source: WeakRef<KeptSource>): Promise<void> {
    await source.deref()?.hold();
    await rm(path, { force: true }).catch(() => {});
  }

  return {
    found,
    readIds: marks.ids,
    keep(arrival) {
      const facts = toFacts(arrival, fileNameOf(arrival));
      if (arrival.raw.length > smallMessageBytes) {
        return keepLarge(arrival, facts).catch((error) => {
          throw cannotKeep(error);
        });
      }
      // A few octets are written faster than another thread is asked to do so.
      try {
        journal.add(facts, arrival.raw);
        enter(facts);
        filing.arrived();
        return undefined;
      } catch (error) {
        throw cannotKeep(error);
      }
    },
    sourceOf: (id) => sources.get(id),
    remove(ids) {
      for (const id of ids) {
        const source = sources.get(id);
        if (!source) continue;
        sources.delete(id);
        if (journal.has(id)) {
          void source.hold();
          continue;
        }
        index.remove(id);
        const { path } = source;
        const held = new WeakRef(source);
        removing = removing.then(() => removeFile(path, held));
      }
      journal.drop(ids);
      if (ids.length > 0) marks.set(ids, false);
    },
    mark: marks.set,
    async close() {
      await filing.finish();
      await removing;
      await marks.settled();
      index.close();
      journal.close();
      lock.release();
    },
  };
}

function cannotKeep(cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message.split(",")[0] : String(cause);
  const error = new Error(`Cannot keep the message: ${reason}`, { cause });
  return Object.assign(error, { responseCode: 452 });
}
