import MailComposer from "nodemailer/lib/mail-composer";
import { InvalidMessageError } from "../errors.ts";
import type { Header } from "../message/headers.ts";
import { maxMessageBytes } from "../message/limits.ts";
import type { Message } from "../message/message.ts";
import { toHeaders } from "../message/to-headers.ts";

/** A message in the form it travels in. */
export interface ComposedMessage {
  /** RFC 5322 text: CRLF line ends, no line over 998 octets. The same for every attempt. */
  readonly bytes: Buffer;
  /** RFC 5321 envelope; the only place where Bcc shows. */
  readonly from: string;
  readonly to: readonly string[];
}

/** Composes a message to bytes, once. */
export async function compose(
  message: Message,
  extraHeaders: readonly Header[] = [],
): Promise<ComposedMessage> {
  const headers = [...message.headers, ...toHeaders(message), ...extraHeaders];
  // nodemailer changes the case of header names, and of a metadata header the name is the key.
  const spelling = new Map(headers.map(({ name }) => [name.toLowerCase(), name]));
  const composer = new MailComposer({
    from: withName(message.from),
    to: message.to.map(withName),
    cc: message.cc.map(withName),
    replyTo: message.replyTo.map(withName),
    subject: message.subject,
    messageId: message.messageId,
    date: message.date,
    text: message.text,
    html: message.html,
    attachments: message.attachments.map((attachment) => ({
      filename: attachment.filename,
      content: Buffer.from(attachment.content),
      contentType: attachment.contentType,
      ...(attachment.contentId !== undefined && {
        cid: attachment.contentId,
        contentDisposition: "inline",
      }),
    })),
    ...(message.calendar && {
      icalEvent: { ...message.calendar },
    }),
    headers: headers.map(({ name, value }) => ({ key: name, value })),
    encoding: "quoted-printable",
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
    normalizeHeaderKey: (key) => spelling.get(key.toLowerCase()) ?? key,
  });
  const bytes = await composer.compile().build();
  checkSize(bytes, message);
  const to = [...message.to, ...message.cc, ...message.bcc].map(({ address }) => address);
  return { bytes, from: message.from.address, to: [...new Set(to)] };
}

function withName({ name, address }: { name?: string | undefined; address: string }) {
  return { name: name ?? "", address };
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
