import { asBuffer, trimOctets } from "./octets.ts";

/** One header field: its name as written, its value unfolded, an octet for each character. */
export interface RawField {
  readonly name: string;
  readonly value: string;
}

/** The header fields of a message or a part, and where its body begins. */
export interface FieldBlock {
  readonly fields: readonly RawField[];
  readonly bodyStart: number;
  /** Whether lines stood among the fields that are none. */
  readonly hasJunk: boolean;
}

/** A field's name is printable ASCII without a colon (RFC 5322 §2.2); spaces before the colon are obsolete. */
const fieldLine = /^([!-9;-~]+)[ \t]*:/;

/** Names by which a field is told from a line of text that happens to hold a colon. */
const familiarName =
  /^(?:from|to|cc|bcc|subject|date|sender|reply-to|message-id|in-reply-to|references|received|return-path|mime-version|content-[a-z-]+|(?:x|list|resent|arc|dkim|authentication)-[!-9;-~]+)[ \t]*:/i;

/** Lines beyond this are not read; a To of 50,000 addresses, one a line, fits. */
const maxLines = 60_000;

/** What stands behind this is no header any more. */
const maxBlockBytes = 4 * 1024 * 1024;

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const tab = 9;

/**
 * Reads header fields up to the empty line, the end, or a line at which `isDelimiter` holds.
 *
 * A line that is no field goes to the field before it when familiar fields follow (a client folded
 * without a space); else the body begins with it (a client left the empty line out).
 *
 * @param isDelimiter asked at the start of each line that begins with `--`
 * @see RFC 5322 §2.2, §4.5
 */
export function readFields(
  raw: Uint8Array,
  start: number,
  isDelimiter: (at: number) => boolean,
): FieldBlock {
  const lines = readLines(raw, start, isDelimiter);
  const lastFamiliar = lines.texts.findLastIndex((line) => familiarName.test(line));
  const fields: { name: string; values: string[] }[] = [];
  let hasJunk = false;
  for (const [index, line] of lines.texts.entries()) {
    const last = fields.at(-1);
    const isFolded = line.charCodeAt(0) === space || line.charCodeAt(0) === tab;
    const name = isFolded ? undefined : fieldLine.exec(line);
    if (name) {
      fields.push({ name: name[1] ?? "", values: [line.slice(name[0].length)] });
    } else if (isFolded && last) {
      last.values.push(line);
    } else if (isMailboxLine(line, index)) {
      // Files of the mbox format begin every message with such a line.
    } else if (index < lastFamiliar) {
      hasJunk = true;
      last?.values.push(` ${line}`);
    } else {
      return { fields: fields.map(join), bodyStart: lines.starts[index] ?? start, hasJunk: true };
    }
  }
  return { fields: fields.map(join), bodyStart: lines.bodyStart, hasJunk };
}

function isMailboxLine(line: string, index: number): boolean {
  return index === 0 && /^>?From /.test(line);
}

function join({ name, values }: { readonly name: string; readonly values: readonly string[] }) {
  return { name, value: trimOctets(values.join("").replaceAll("\r", " ")) };
}

function readLines(raw: Uint8Array, start: number, isDelimiter: (at: number) => boolean) {
  const buffer = asBuffer(raw);
  const texts: string[] = [];
  const starts: number[] = [];
  let at = start;
  while (at < raw.length && at - start < maxBlockBytes) {
    const found = buffer.indexOf(lineFeed, at);
    const next = found < 0 ? raw.length : found + 1;
    let end = found < 0 ? raw.length : found;
    if (end > at && raw[end - 1] === carriageReturn) end -= 1;
    if (end === at) return { texts, starts, bodyStart: next };
    if (isDelimiter(at)) break;
    if (texts.length < maxLines) {
      texts.push(buffer.toString("latin1", at, end));
      starts.push(at);
    }
    at = next;
  }
  return { texts, starts, bodyStart: at };
}
