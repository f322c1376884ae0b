import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { systemClock } from "../../clock.ts";
import type { IndexFiles } from "./index-files.ts";
import type { Journal } from "./journal.ts";
import type { KeptFacts } from "./kept-message.ts";

/** Gives each message of a journal a file of its own, when nothing else is to be done. */
export interface Filing {
  /** Says that a message came. */
  arrived(): void;
  /** Resolves when none waits any more, or one cannot be written. */
  finish(): Promise<void>;
}

/** What {@link createFiling} needs. */
export interface FilingOptions {
  readonly folder: string;
  readonly journal: Journal;
  readonly index: IndexFiles;
  readonly tell: (problem: string) => void;
}

/** While more messages than this come in so many ms, files wait. */
const fewMessages = 2;
const turnMs = 50;
/** A journal of more octets is filed, however much comes. */
const mostJournalBytes = 64 * 1024 * 1024;
const batchSize = 32;

/** Creates a filing that begins with the first message, or with what is in the journal already. */
export function createFiling({ folder, journal, index, tell }: FilingOptions): Filing {
  let came = 0;
  let isFinishing = false;
  let filing: Promise<void> | undefined;

  async function file({ id, file }: KeptFacts): Promise<void> {
    const raw = journal.read(id);
    if (!raw) return;
    const path = join(folder, file);
    await writeFile(`${path}.part`, raw);
    await rename(`${path}.part`, path);
  }

  async function fileSome(): Promise<void> {
    const facts: KeptFacts[] = [];
    for (const one of journal.waiting()) if (facts.push(one) >= batchSize) break;
    await Promise.all(facts.map(file));
    const wanted = facts.filter(({ id }) => journal.has(id));
    index.add(wanted);
    journal.drop(wanted.map(({ id }) => id));
    // Deleted while they were written.
    const unwanted = facts.filter((one) => !wanted.includes(one));
    await Promise.all(unwanted.map((one) => rm(join(folder, one.file), { force: true })));
  }

  async function run(): Promise<void> {
    while (journal.count > 0) {
      const isQuiet = came <= fewMessages || journal.sizeBytes > mostJournalBytes;
      came = 0;
      if (isQuiet || isFinishing) await fileSome();
      else await systemClock.sleep(turnMs);
    }
  }

  function start(): Promise<void> {
    filing ??= systemClock
      .sleep(isFinishing ? 0 : turnMs)
      .then(run)
      .catch((error: Error) => {
        // The folder may have been deleted: the next message finds out.
        journal.startAnew();
        tell(`what came last cannot be filed: ${error.message}`);
      })
      .finally(() => {
        filing = undefined;
      });
    return filing;
  }

  return {
    arrived() {
      came += 1;
      void start();
    },
    async finish() {
      isFinishing = true;
      await start();
    },
  };
}
