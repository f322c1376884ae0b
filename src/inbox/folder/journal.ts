import { readdirSync } from "node:fs";
import { join } from "node:path";
import {
  appendMessage,
  closeSegment,
  dropMessages,
  type JournalEntry,
  type JournalSegment,
  openSegment,
  readEntry,
  readSegment,
} from "./journal-segment.ts";
import type { KeptFacts } from "./kept-message.ts";

/**
 * Messages that came and have no file of their own yet. Adding to one file that is open takes a
 * hundredth of the time that a new file takes.
 */
export interface Journal {
  /** The facts of those that lie here and nowhere else, oldest first. */
  waiting(): Iterable<KeptFacts>;
  readonly count: number;
  /** Octets of its files. */
  readonly sizeBytes: number;
  has(id: string): boolean;
  /** @returns the octets of a message, or `undefined` when it does not lie here */
  read(id: string): Uint8Array | undefined;
  /** @throws {Error} when it cannot be written */
  add(facts: KeptFacts, raw: Uint8Array): void;
  /** Says that messages have files of their own now, or were deleted. */
  drop(ids: readonly string[]): void;
  /** The next message goes into a new file: the one before may be there no more. */
  startAnew(): void;
  close(): void;
}

const namePattern = /^arrived-(\d+)\.journal$/;
const mostSegmentBytes = 8 * 1024 * 1024;

/**
 * Opens the journal of a folder, with what a crash left in it.
 *
 * @param tell told of what is damaged
 */
export function openJournal(folder: string, tell: (problem: string) => void): Journal {
  const entries = new Map<string, JournalEntry>();
  const segments = new Set<JournalSegment>();
  let current: JournalSegment | undefined;
  let number = 0;

  const names = readdirSync(folder).filter((name) => namePattern.test(name));
  for (const name of names.sort()) {
    const { segment, entries: found, isDamaged } = readSegment(join(folder, name));
    if (isDamaged) tell(`${name} is damaged, and its end is skipped`);
    number = Math.max(number, Number(namePattern.exec(name)?.[1]));
    for (const entry of found) entries.set(entry.facts.id, entry);
    segments.add(segment);
    tidy(segment);
  }

  function open(): JournalSegment {
    number += 1;
    const opened = openSegment(join(folder, `arrived-${String(number).padStart(6, "0")}.journal`));
    segments.add(opened);
    return opened;
  }

  function tidy(segment: JournalSegment): void {
    if (segment.live > 0) return;
    if (segment === current) current = undefined;
    segments.delete(segment);
    closeSegment(segment);
  }

  return {
    *waiting() {
      for (const { facts } of entries.values()) yield facts;
    },
    get count() {
      return entries.size;
    },
    get sizeBytes() {
      return [...segments].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    },
    has: (id) => entries.has(id),
    read(id) {
      const entry = entries.get(id);
      return entry && readEntry(entry);
    },
    add(facts, raw) {
      if (current && current.sizeBytes > mostSegmentBytes) current = undefined;
      current ??= open();
      entries.set(facts.id, appendMessage(current, facts, raw));
    },
    drop(ids) {
      const dropped = new Map<JournalSegment, string[]>();
      for (const id of ids) {
        const segment = entries.get(id)?.segment;
        if (!segment) continue;
        entries.delete(id);
        const others = dropped.get(segment);
        if (others) others.push(id);
        else dropped.set(segment, [id]);
      }
      for (const [segment, gone] of dropped) {
        dropMessages(segment, gone);
        tidy(segment);
      }
    },
    startAnew() {
      current = undefined;
    },
    close() {
      for (const segment of segments) closeSegment(segment);
      segments.clear();
    },
  };
}
