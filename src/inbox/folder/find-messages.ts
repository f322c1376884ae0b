import { createHash } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { readIndex } from "./index-files.ts";
import type { Journal } from "./journal.ts";
import type { KeptFacts } from "./kept-message.ts";

/**
 * Finds the messages of a folder, oldest first. A file that the index does not know is a message
 * too: someone put it there. Half-written files are deleted, and what is damaged is told and left.
 *
 * @param journal what is in it and has a file too is dropped there when the index knows it; the file
 *   of another was being written, and will be again
 */
export function findMessages(
  folder: string,
  journal: Journal,
  tell: (problem: string) => void,
): readonly KeptFacts[] {
  const { facts, brokenLines } = readIndex(folder);
  if (brokenLines > 0) tell(`${brokenLines} lines of the index cannot be read and are left out`);
  const known = new Map(facts.map((one) => [one.file, one]));
  const unfiled = new Set([...journal.waiting()].map(({ file }) => file));
  const found: KeptFacts[] = [];
  for (const file of readdirSync(folder)) {
    if (file.endsWith(".part")) rmSync(join(folder, file), { force: true });
    if (!/\.eml$/i.test(file)) continue;
    if (unfiled.has(file) && !known.has(file)) continue;
    const path = join(folder, file);
    const stats = statSync(path, { throwIfNoEntry: false });
    const message = known.get(file);
    if (!stats?.isFile()) tell(`${file} is not a file and is skipped`);
    else if (stats.size === 0) tell(`${file} is empty and is skipped`);
    else if (message && message.sizeBytes !== stats.size) {
      tell(`${file} has ${stats.size} octets where ${message.sizeBytes} came, and is skipped`);
    } else found.push(message ?? factsOf(file, stats.mtimeMs, stats.size));
  }
  journal.drop(found.map(({ id }) => id));
  const order = new Map(facts.map(({ id }, at) => [id, at]));
  const place = ({ id }: KeptFacts) => order.get(id) ?? facts.length;
  const waiting = [...journal.waiting()];
  return [...found, ...waiting].sort((a, b) => a.receivedAt - b.receivedAt || place(a) - place(b));
}

const uuid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;

/** What is known of a file that is not in the index: its name, its time and its size. */
function factsOf(file: string, modifiedAt: number, sizeBytes: number): KeptFacts {
  const id = uuid.exec(file)?.[0].toLowerCase() ?? uuidOf(file);
  return {
    ...{ id, file, receivedAt: Math.round(modifiedAt), sizeBytes },
    ...{ envelope: { from: "", to: [] }, problems: [], conversation: [] },
  };
}

/** The same for the same name, so that an id stays from one start to the next. */
function uuidOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return [8, 4, 4, 4, 12]
    .map((length, n) => hex.slice([0, 8, 12, 16, 20][n], ([0, 8, 12, 16, 20][n] ?? 0) + length))
    .join("-");
}
