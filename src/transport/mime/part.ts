import type { ByteWriter } from "./byte-writer.ts";
import { fold } from "./header-line.ts";
import { formatLegacyName, formatParameter } from "./parameter.ts";

/** A part of a message: header lines, each with its CRLF, and a body. */
export interface Part {
  readonly headers: string;
  /** Pieces of the body, in order: text as it is, or what writes itself encoded. */
  readonly body: readonly Piece[];
}

/** A piece of a message. */
export type Piece = string | ((writer: ByteWriter) => void);

/** Where boundaries come from. */
export interface Boundaries {
  /** What all of them begin with. */
  readonly prefix: string;
  /** A different one for each call. */
  readonly next: () => string;
}

/** A file's place and name. */
export interface FileFacts {
  readonly filename: string;
  readonly contentType: string;
  readonly disposition: "attachment" | "inline";
  readonly contentId?: string | undefined;
}

/** A part of text, in quoted-printable as Postmark advises. */
export function textPart(contentType: string, text: string): Part {
  return {
    headers: `Content-Type: ${contentType}\r\nContent-Transfer-Encoding: quoted-printable\r\n`,
    body: [(writer) => writer.writeQuotedPrintable(text)],
  };
}

/** A part of octets, in base64. */
export function filePart(content: Uint8Array, facts: FileFacts, boundaries: Boundaries): Part {
  if (!/^message\//i.test(facts.contentType)) {
    return {
      headers: `${formatFileHeaders(facts)}Content-Transfer-Encoding: base64\r\n`,
      body: [(writer) => writer.writeBase64(content)],
    };
  }
  // RFC 2046 §5.2.1 allows a message inside a message no encoding; as a plain file it may have one.
  const lines = Buffer.from(content).toString("latin1").split(/\r?\n/);
  const isPlain = lines.every((line) => isPlainLine(line) && !line.includes(boundaries.prefix));
  if (!isPlain) {
    return filePart(content, { ...facts, contentType: "application/octet-stream" }, boundaries);
  }
  return {
    headers: `${formatFileHeaders(facts)}Content-Transfer-Encoding: 7bit\r\n`,
    body: [lines.join("\r\n")],
  };
}

/** Whether a line needs no encoding. @see RFC 2045 §2.7 */
function isPlainLine(line: string): boolean {
  return /^\p{ASCII}{0,998}$/u.test(line) && !line.includes("\0") && !line.includes("\r");
}

function formatFileHeaders(facts: FileFacts): string {
  const { contentType } = facts;
  const hasName = /;\s*name\*?\d*\*?=/i.test(contentType);
  const type = hasName ? [contentType] : [`${contentType};`, formatLegacyName(facts.filename)];
  const filename = formatParameter("filename", facts.filename);
  const disposition = [facts.disposition, ...filename].map((piece, index) =>
    index < filename.length ? `${piece};` : piece,
  );
  const id = facts.contentId === undefined ? "" : fold("Content-ID", [`<${facts.contentId}>`]);
  return `${fold("Content-Type", type)}${fold("Content-Disposition", disposition)}${id}`;
}

/** Parts inside a part. One alone is left as it is. */
export function multipart(
  type: string,
  parts: readonly [Part, ...Part[]],
  boundaries: Boundaries,
): Part {
  const [only, ...others] = parts;
  if (others.length === 0) return only;
  const boundary = boundaries.next();
  const body = parts.flatMap((part) => [
    `--${boundary}\r\n${part.headers}\r\n`,
    ...part.body,
    "\r\n",
  ]);
  return {
    headers: fold("Content-Type", [`${type};`, `boundary="${boundary}"`]),
    body: [...body, `--${boundary}--\r\n`],
  };
}
