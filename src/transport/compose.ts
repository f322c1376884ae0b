import { hash } from "node:crypto";
import { InvalidMessageError } from "../errors.ts";
import { holdsMailboxes, parseMailboxes } from "../message/header-mailboxes.ts";
import type { Header } from "../message/headers.ts";
import { maxMessageBytes } from "../message/limits.ts";
import type { Message } from "../message/message.ts";
import { toHeaders } from "../message/to-headers.ts";
import { ByteWriter } from "./mime/byte-writer.ts";
import { formatAddressHeader, formatTextHeader } from "./mime/header-line.ts";
import { composeBody } from "./mime/message-body.ts";
import type { Boundaries } from "./mime/part.ts";
import { finalDot, toWire } from "./wire.ts";

const lineFeed = 10;

/** A message in the form it travels in. */
export interface ComposedMessage {
  /** RFC 5322 text: CRLF line ends, no line over 998 octets. The same for every attempt. */
  readonly bytes: Buffer;
  /**
   * The same as DATA carries it, dots stuffed and the final dot included; shares the memory of
   * `bytes` where it can.
   */
  readonly wire: Buffer;
  /** RFC 5321 envelope; the only place where Bcc shows. */
  readonly from: string;
  readonly to: readonly string[];
}

/**
 * Composes a message to bytes. The same message gives the same bytes, in this process or another.
 *
 * @param extraHeaders written after the message's own
 * @param writer one for many messages saves memory
 * @throws {InvalidMessageError} when it is larger than Postmark takes
 */
export function compose(
  message: Message,
  extraHeaders: readonly Header[] = [],
  writer: ByteWriter = new ByteWriter(),
): ComposedMessage {
  const { headers, body } = composeBody(message, boundariesOf(message));
  const top = `${formatHeaders(message, extraHeaders)}MIME-Version: 1.0\r\n${headers}\r\n`;
  writer.clear();
  for (const piece of [top, ...body]) {
    if (typeof piece === "string") writer.writeText(piece);
    else piece(writer);
  }
  // A single part may end within a line; SMTP's final dot stands on a line of its own.
  if (writer.lastOctet !== lineFeed) writer.writeText("\r\n");
  writer.writeText(finalDot);
  const ended = writer.take();
  const bytes = ended.subarray(0, -finalDot.length);
  checkSize(bytes, message);
  const to = [...message.to, ...message.cc, ...message.bcc].map(({ address }) => address);
  return { bytes, wire: toWire(ended), from: message.from.address, to: [...new Set(to)] };
}

/** Postmark reads the X-PM- headers whatever their case, but keeps the case of a metadata key. */
function formatHeaders(message: Message, extraHeaders: readonly Header[]): string {
  const { from, to, cc, replyTo, subject, messageId, date } = message;
  const others = [...message.headers, ...toHeaders(message), ...extraHeaders];
  return [
    formatTextHeader("Date", date.toUTCString().replace("GMT", "+0000")),
    formatAddressHeader("From", [from]),
    replyTo.length > 0 ? formatAddressHeader("Reply-To", replyTo) : "",
    to.length > 0 ? formatAddressHeader("To", to) : "",
    cc.length > 0 ? formatAddressHeader("Cc", cc) : "",
    formatTextHeader("Subject", subject),
    formatTextHeader("Message-ID", messageId),
    ...others.map(formatHeader),
  ].join("");
}

/** A name beside an address may be encoded; the address may not (RFC 2047 §5). */
function formatHeader({ name, value }: Header): string {
  const { mailboxes } = holdsMailboxes(name) ? parseMailboxes(value) : {};
  return mailboxes ? formatAddressHeader(name, mailboxes) : formatTextHeader(name, value);
}

/**
 * Boundaries that follow from the Message-ID alone. None can occur inside a part: in both encodings
 * that parts are written in, `=_` stands nowhere (RFC 2045 §6.7 gives that advice).
 */
function boundariesOf(message: Message): Boundaries {
  const prefix = `=_${hash("sha256", message.messageId, "hex").slice(0, 24)}_`;
  let count = 0;
  return {
    prefix,
    next() {
      count += 1;
      return `${prefix}${count}`;
    },
  };
}

function checkSize(bytes: Buffer, message: Message): void {
  if (bytes.length <= maxMessageBytes) return;
  const field = message.attachments.length > 0 ? "attachments" : "html";
  const megabytes = (bytes.length / 1e6).toFixed(1);
  throw new InvalidMessageError([
    {
      field,
      message: `'${field}' makes the message ${megabytes} MB once encoded; Postmark takes ${maxMessageBytes / 1e6} MB: send links to large files`,
    },
  ]);
}
