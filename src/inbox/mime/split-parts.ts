import { createDelimiters } from "./delimiters.ts";
import { getParameter } from "./get-parameter.ts";
import { findField, type MimePart } from "./mime-part.ts";
import { asBuffer, toOctetString, trimOctetsEnd } from "./octets.ts";
import type { ProblemLog } from "./problem-log.ts";
import { readFields } from "./read-fields.ts";
import { readParameters } from "./read-parameters.ts";

/** Multiparts in multiparts beyond this are kept as one file: no client nests so deep. */
const maxDepth = 50;

/** Parts beyond this are not read: no mail has so many, and a page cannot list them. */
const maxParts = 10_000;

/** A boundary that is not named is looked for in so much of a body. */
const preambleBytes = 2_000;

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Splits a message into its parts, in one pass over its lines.
 *
 * A boundary of an outer multipart ends the inner ones; one that never ends, ends with the message.
 * A multipart whose boundary does not occur is read as the text it then is.
 *
 * @see RFC 2046 §5.1
 */
export function splitParts(raw: Uint8Array, log: ProblemLog): MimePart {
  const delimiters = createDelimiters(raw);
  const openParts: MimePart[] = [];
  let count = 0;
  let at = 0;
  let root: MimePart | undefined;

  while (count < maxParts) {
    const part = readPart(raw, at, openParts.at(-1), delimiters.isDelimiter);
    root ??= part;
    part.parent?.children.push(part);
    count += 1;
    noteHeader(part, log);
    const boundary = isMultipart(part) ? findBoundary(raw, part, log) : undefined;
    if (boundary !== undefined && openParts.length < maxDepth) {
      openParts.push(part);
      delimiters.open(boundary);
    } else if (boundary !== undefined) {
      log.add(
        "structure-malformed",
        `The parts lie more than ${maxDepth} levels deep; what is below is kept as one file: nest less`,
      );
    }

    let leaf: MimePart | undefined = part;
    let found = delimiters.next(part.start);
    while (found) {
      const end = endBefore(raw, found.at);
      if (leaf) leaf.end = Math.max(leaf.start, end);
      leaf = undefined;
      for (const closed of openParts.splice(found.level + 1)) {
        closed.end = Math.max(closed.start, end);
        noteUnclosed(log);
      }
      delimiters.close(found.level + 1);
      if (!found.isClosing) break;
      const closed = openParts.pop();
      if (closed) closed.end = Math.max(closed.start, found.next);
      delimiters.close(found.level);
      found = delimiters.next(found.next);
    }
    if (!found) {
      if (openParts.length > 0) noteUnclosed(log);
      return root;
    }
    at = found.next;
  }
  log.add(
    "parts-too-many",
    `The message has more than ${maxParts.toLocaleString("en")} parts; the rest is not read: send fewer`,
  );
  return root ?? readPart(raw, 0, undefined, () => false);
}

function noteHeader(part: ReadPart, log: ProblemLog): void {
  if (part.hasJunk) {
    log.add(
      "header-malformed",
      "A header has a line that is no field; programs on the way may drop it or all below it: fold long lines with a space, and put an empty line before the body",
    );
  }
  if (part.isRepeated) {
    log.add(
      "header-repeated",
      "A header has more than one Content-Type; mail clients differ in which they follow: write one",
    );
  }
}

function noteUnclosed(log: ProblemLog): void {
  log.add(
    "structure-malformed",
    "A multipart has no closing boundary, as if the message had been cut; end it with '--boundary--'",
  );
}

interface ReadPart extends MimePart {
  readonly hasJunk: boolean;
  readonly isRepeated: boolean;
}

function readPart(
  raw: Uint8Array,
  at: number,
  parent: MimePart | undefined,
  isDelimiter: (at: number) => boolean,
): ReadPart {
  const { fields, bodyStart, hasJunk } = readFields(raw, at, isDelimiter);
  const written = fields.filter(({ name }) => name.toLowerCase() === "content-type");
  const usable = written
    .map(({ value }) => readParameters(value))
    .find(({ value }) => isType(value));
  const contentType = usable ?? readParameters(written[0]?.value ?? "");
  const inDigest = parent?.type === "multipart/digest";
  return {
    fields,
    type: usable?.value ?? (inDigest ? "message/rfc822" : "text/plain"),
    isTyped: written.length > 0,
    contentType,
    disposition: readParameters(findField(fields, "content-disposition") ?? ""),
    start: bodyStart,
    end: raw.length,
    children: [],
    parent,
    hasJunk,
    isRepeated: written.length > 1,
  };
}

function isType(value: string): boolean {
  return /^[^/\s]+\/[^/\s]+$/.test(value);
}

function isMultipart({ type }: MimePart): boolean {
  return type.startsWith("multipart/");
}

/**
 * The boundary that is given; where none is, or where it does not occur in the message, the one that
 * the body begins with.
 */
function findBoundary(raw: Uint8Array, part: MimePart, log: ProblemLog): string | undefined {
  const written = getParameter(part.contentType, "boundary")?.octets;
  const given = written && trimOctetsEnd(written);
  // Only for the message itself: for each part it would take the square of its length.
  const isThere = part.parent || asBuffer(raw).includes(`--${given}`, part.start, "latin1");
  if (given && isThere) return given;
  log.add(
    "structure-malformed",
    given
      ? "The boundary of a multipart does not occur in it; mail clients show it as text: write the boundary that Content-Type names"
      : "A multipart names no boundary; mail clients show it as text: name one in its Content-Type",
  );
  const beginning = toOctetString(raw, part.start, part.start + preambleBytes);
  return /(?:^|\n)--([^\s-][^\r\n]{0,199})\r?\nContent-/i.exec(beginning)?.[1] ?? given;
}

/** Where content ends before a boundary: the break before it is the boundary's. */
function endBefore(raw: Uint8Array, at: number): number {
  let end = at;
  if (raw[end - 1] === lineFeed) end -= 1;
  if (end < at && raw[end - 1] === carriageReturn) end -= 1;
  return end;
}
