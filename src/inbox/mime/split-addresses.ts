/** One entry of an address field, octets as they are written. */
export interface AddressEntry {
  /** What stands outside of angles and comments, quotes kept. */
  readonly words: string;
  /** What stands in angles. */
  readonly angle: string | undefined;
  /** What stands in round brackets; in old mail, the name. */
  readonly comment: string;
}

/** What {@link splitAddresses} finds. */
export interface AddressEntries {
  readonly entries: readonly AddressEntry[];
  /** Whether quotes, angles and comments are closed. */
  readonly isWellFormed: boolean;
}

/** More are not read: Postmark takes fifty. */
const maxEntries = 10_000;

/** RFC 2047 allows 75 octets; some clients write a whole name into one word. */
const longestWord = 4_000;

const encodedWord = /=\?[^?\s]{0,75}\?[BbQq]\?/y;

/** What has a meaning of its own; all else is a word. */
const special = /["(<,;:=]/g;

/**
 * Splits an address field at its commas, and at the semicolons that some clients write; not at those
 * in quotes, comments, angles and encoded words. A group's name is left out.
 */
export function splitAddresses(field: string): AddressEntries {
  const entries: AddressEntry[] = [];
  let isWellFormed = true;
  let words = "";
  let angle: string | undefined;
  let comment = "";
  const end = () => {
    if (words.trim() !== "" || angle !== undefined) entries.push({ words, angle, comment });
    words = "";
    angle = undefined;
    comment = "";
  };

  // A mark that is not closed once is not looked for again: each search may go to the end.
  const unclosed = new Set<string>();
  let at = 0;
  while (at < field.length && entries.length < maxEntries) {
    special.lastIndex = at;
    const found = special.exec(field);
    const next = found ? found.index : field.length;
    words += field.slice(at, next);
    if (!found) break;
    const [mark] = found;
    at = next + 1;
    if (mark === "," || mark === ";") {
      end();
    } else if (mark === ":") {
      // A group's name, or "mailto".
      if (words.includes("@") || angle !== undefined) words += mark;
      else words = "";
    } else {
      const close = unclosed.has(mark) ? -1 : findClose(field, next);
      if (close < 0) {
        if (mark !== "=") isWellFormed = false;
        if (mark !== "=" && mark !== "<") unclosed.add(mark);
        if (mark === "<") {
          const stop = findStop(field, at);
          angle = field.slice(at, stop);
          at = stop;
        } else {
          words += mark;
        }
        continue;
      }
      const content = field.slice(next + 1, close - 1);
      if (mark === "<") angle ??= content;
      else if (mark === "(") comment ||= content;
      else words += field.slice(next, close);
      if (mark === "<" || mark === "(") words += " ";
      at = close;
    }
  }
  end();
  return { entries, isWellFormed };
}

/** The index behind what closes the mark at `at`; -1 where nothing does. */
function findClose(field: string, at: number): number {
  const mark = field[at];
  if (mark === "=") {
    encodedWord.lastIndex = at;
    if (!encodedWord.test(field)) return -1;
    const from = encodedWord.lastIndex;
    const close = field.slice(from, from + longestWord).indexOf("?=");
    return close < 0 ? -1 : from + close + 2;
  }
  if (mark === "<") return findAngleClose(field, at + 1);
  return mark === '"' ? findQuoteClose(field, at + 1) : findCommentClose(field, at + 1);
}

function findQuoteClose(field: string, from: number): number {
  for (let at = from; at < field.length; at += 1) {
    if (field[at] === "\\") at += 1;
    else if (field[at] === '"') return at + 1;
  }
  return -1;
}

function findCommentClose(field: string, from: number): number {
  let depth = 1;
  for (let at = from; at < field.length; at += 1) {
    if (field[at] === "\\") at += 1;
    else if (field[at] === "(") depth += 1;
    else if (field[at] === ")" && --depth === 0) return at + 1;
  }
  return -1;
}

/** No address is longer than 320 octets; a source route before it may be. */
const longestAngle = 2_000;

function findAngleClose(field: string, from: number): number {
  const limit = Math.min(field.length, from + longestAngle);
  let isQuoted = false;
  for (let at = from; at < limit; at += 1) {
    if (field[at] === "\\") at += 1;
    else if (field[at] === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (field[at] === ">") return at + 1;
    else if (field[at] === "<") return -1;
  }
  return -1;
}

/** Where an address that is not closed ends. */
function findStop(field: string, from: number): number {
  const found = field.slice(from, from + longestAngle).search(/[,;<]/);
  return found < 0 ? Math.min(field.length, from + longestAngle) : from + found;
}
