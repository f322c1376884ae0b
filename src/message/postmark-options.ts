import { holdsEncodedWordOpener, isPrintableAscii, longestWordLength } from "./characters.ts";
import type { IssueLog } from "./issue-log.ts";
import { maxLineLength, maxStreamIdLength, maxTagLength } from "./limits.ts";
import type { Tracking, TrackLinks } from "./message.ts";

const trackLinks: Readonly<Record<TrackLinks, true>> = {
  None: true,
  HtmlAndText: true,
  HtmlOnly: true,
  TextOnly: true,
};

/**
 * What is wrong with a message stream's id, or `undefined`.
 *
 * @see https://postmarkapp.com/support/article/1207-how-to-create-and-send-through-message-streams
 */
export function problemOfStream(stream: unknown): string | undefined {
  if (typeof stream !== "string") return "is not a string; write the stream's id";
  if (!/^[a-z][a-z0-9_-]*$/.test(stream)) {
    return "is not a stream id; it begins with a letter and holds a-z, 0-9, '-' and '_'";
  }
  if (stream.length > maxStreamIdLength) {
    return `has ${stream.length} characters; a stream id has at most ${maxStreamIdLength}`;
  }
  if (stream.startsWith("pm-")) return "begins with 'pm-', which Postmark keeps for itself";
  return undefined;
}

/** Checks a message stream's id. */
export function checkStream(input: string | undefined, log: IssueLog): string | undefined {
  const problem = input === undefined ? undefined : problemOfStream(input);
  if (problem) log.report("stream", problem);
  return input;
}

/** Checks a tag: one, in plain ASCII, since `X-PM-Tag` is a header that recipients see too. */
export function checkTag(input: string | undefined, log: IssueLog): string | undefined {
  const problem = input === undefined ? undefined : problemOfTag(input);
  if (problem) log.report("tag", problem);
  return input;
}

function problemOfTag(tag: unknown): string | undefined {
  if (typeof tag !== "string") return "is not a string; Postmark takes one tag for a message";
  if (tag.trim() === "") return "is empty; leave it out instead";
  if (/[\r\n]/.test(tag)) return "holds a line break; a tag is one line";
  if (!isPrintableAscii(tag)) return "holds characters that are not printable ASCII; remove them";
  if (holdsEncodedWordOpener(tag)) {
    return "holds '=?', which can only be written encoded, and whether Postmark decodes it is undocumented; remove it";
  }
  if (tag.length > maxTagLength) {
    return `has ${tag.length} characters; Postmark takes ${maxTagLength}`;
  }
  if (longestWordLength(tag) + "X-PM-Tag: ".length > maxLineLength) {
    return `holds a word that does not fit in a line of ${maxLineLength} characters; shorten it`;
  }
  return undefined;
}

/** Checks open and link tracking. */
export function checkTracking(input: Tracking | undefined, log: IssueLog): Tracking {
  const { opens, links } = input ?? {};
  if (opens !== undefined && typeof opens !== "boolean") {
    log.report("tracking.opens", "is neither true nor false");
  }
  if (links !== undefined && !Object.hasOwn(trackLinks, links)) {
    log.report("tracking.links", `is none of ${Object.keys(trackLinks).join(", ")}`);
  }
  return { opens, links };
}
