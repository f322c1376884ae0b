import {
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writevSync,
} from "node:fs";
import { type KeptFacts, parseFacts } from "./kept-message.ts";

/** A file of a journal: for each message a line of JSON and its octets, or a line on those that went. */
export interface JournalSegment {
  readonly path: string;
  readonly fd: number;
  sizeBytes: number;
  /** How many of its messages lie nowhere else. */
  live: number;
}

/** A message in a segment. */
export interface JournalEntry {
  readonly facts: KeptFacts;
  readonly segment: JournalSegment;
  /** Where its octets begin. */
  readonly at: number;
}

/** What a segment says, up to what a crash tore. */
export interface SegmentContent {
  readonly segment: JournalSegment;
  readonly entries: readonly JournalEntry[];
  /** Whether what follows is damaged, and not only unfinished. */
  readonly isDamaged: boolean;
}

const lineBreak = Buffer.from("\n");

/** Opens a new segment, or one that is there to be read. */
export function openSegment(path: string): JournalSegment {
  return { path, fd: openSync(path, "a+"), sizeBytes: 0, live: 0 };
}

/** Reads a segment that was left behind. What was not finished got no answer, and is cut off. */
export function readSegment(path: string): SegmentContent {
  const octets = readFileSync(path);
  const segment = openSegment(path);
  const entries = new Map<string, JournalEntry>();
  let at = 0;
  let isDamaged = false;
  for (let end = octets.indexOf("\n"); end >= 0; end = octets.indexOf("\n", at)) {
    const line = octets.toString("utf8", at, end);
    const gone = parseGone(line);
    const facts = gone ? undefined : parseFacts(line);
    isDamaged = !gone && !facts;
    if (isDamaged) break;
    const next = end + 1 + (facts ? facts.sizeBytes + 1 : 0);
    if (next > octets.length) break;
    for (const id of gone ?? []) entries.delete(id);
    if (facts) entries.set(facts.id, { facts, segment, at: end + 1 });
    at = next;
  }
  if (at < octets.length) ftruncateSync(segment.fd, at);
  segment.sizeBytes = at;
  segment.live = entries.size;
  return { segment, entries: [...entries.values()], isDamaged };
}

/**
 * Adds a message. The system has it when this returns.
 *
 * @throws {Error} when it cannot be written; the segment is as it was then
 */
export function appendMessage(segment: JournalSegment, facts: KeptFacts, raw: Uint8Array) {
  const line = Buffer.from(`${JSON.stringify(facts)}\n`);
  const at = segment.sizeBytes + line.length;
  append(segment, [line, raw, lineBreak]);
  segment.live += 1;
  return { facts, segment, at } satisfies JournalEntry;
}

/** Says that messages lie elsewhere now, or were deleted. A segment that has no others is deleted. */
export function dropMessages(segment: JournalSegment, ids: readonly string[]): void {
  segment.live -= ids.length;
  if (segment.live > 0) append(segment, [Buffer.from(`${JSON.stringify({ gone: ids })}\n`)]);
}

/** Closes a segment, and deletes it where nothing is left in it. */
export function closeSegment({ path, fd, live }: JournalSegment): void {
  closeSync(fd);
  if (live === 0) rmSync(path, { force: true });
}

/** The octets of a message. */
export function readEntry({ segment, facts, at }: JournalEntry): Uint8Array {
  const raw = new Uint8Array(facts.sizeBytes);
  const read = readSync(segment.fd, raw, 0, raw.length, at);
  if (read === raw.length) return raw;
  throw new Error(`Cannot read the message: ${segment.path} was changed by another program`);
}

function append(segment: JournalSegment, parts: readonly Uint8Array[]): void {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  try {
    const written = writevSync(segment.fd, parts);
    if (written < length) throw new Error("no space left on the device");
    segment.sizeBytes += length;
  } catch (error) {
    ftruncateSync(segment.fd, segment.sizeBytes);
    throw error;
  }
}

function parseGone(line: string): readonly string[] | undefined {
  if (!line.startsWith('{"gone":')) return undefined;
  try {
    const { gone } = JSON.parse(line);
    return Array.isArray(gone) ? gone.map(String) : undefined;
  } catch {
    return undefined;
  }
}
