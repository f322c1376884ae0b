import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type KeptFacts, parseFacts } from "./kept-message.ts";

/** The index of a folder: a line of JSON for each message, in files of a thousand lines. */
export interface IndexFiles {
  /** Adds a line for each; they are in the system's hands when this returns. */
  add(added: readonly KeptFacts[]): void;
  /** A file whose messages are all gone goes too. */
  remove(id: string): void;
  close(): void;
}

/** What an index says, and how many of its lines could not be read. */
export interface IndexContent {
  readonly facts: readonly KeptFacts[];
  readonly brokenLines: number;
}

const linesPerFile = 1_000;
const namePattern = /^index-(\d+)\.jsonl$/;

/** Reads the index of a folder, whatever state a crash left it in. */
export function readIndex(folder: string): IndexContent {
  const lines = indexNames(folder).flatMap((name) =>
    readFileSync(join(folder, name), "utf8").split("\n").filter(Boolean),
  );
  const facts = lines.flatMap((line) => parseFacts(line) ?? []);
  return { facts, brokenLines: lines.length - facts.length };
}

/** Writes the index of a folder again, as it is after what was lost or deleted meanwhile. */
export function writeIndex(folder: string, all: readonly KeptFacts[]): IndexFiles {
  const earlier = indexNames(folder);
  let number = Math.max(0, ...earlier.map((name) => Number(namePattern.exec(name)?.[1]))) + 1;
  const numberOf = new Map<string, number>();
  const liveIn = new Map<number, number>();
  const pathOf = (of: number) => join(folder, `index-${String(of).padStart(6, "0")}.jsonl`);

  function count(id: string): void {
    numberOf.set(id, number);
    liveIn.set(number, (liveIn.get(number) ?? 0) + 1);
  }

  if (all.length > 0) {
    const unfinished = join(folder, "index.part");
    writeFileSync(unfinished, all.map(toLine).join(""));
    renameSync(unfinished, pathOf(number));
    for (const { id } of all) count(id);
  }
  for (const name of earlier) rmSync(join(folder, name), { force: true });
  let lines = all.length;
  // Kept open: opening it takes longer than writing a line.
  let open: number | undefined;

  function close(): void {
    if (open !== undefined) closeSync(open);
    open = undefined;
  }

  return {
    close,
    add(added) {
      if (added.length === 0) return;
      if (lines >= linesPerFile) {
        close();
        number += 1;
        lines = 0;
      }
      open ??= openSync(pathOf(number), "a");
      writeFileSync(open, added.map(toLine).join(""));
      lines += added.length;
      for (const { id } of added) count(id);
    },
    remove(id) {
      const of = numberOf.get(id);
      if (of === undefined) return;
      numberOf.delete(id);
      const left = (liveIn.get(of) ?? 1) - 1;
      liveIn.set(of, left);
      if (left > 0) return;
      liveIn.delete(of);
      // No system need delete a file that is open.
      if (of === number) close();
      rmSync(pathOf(of), { force: true });
      if (of === number) lines = 0;
    },
  };
}

function toLine(facts: KeptFacts): string {
  return `${JSON.stringify(facts)}\n`;
}

function indexNames(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => namePattern.test(name))
    .sort();
}
