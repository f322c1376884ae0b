import MailComposer from "nodemailer/lib/mail-composer";
import type { Message } from "../message/message.ts";

/** A message in the form it travels in. */
export interface ComposedMessage {
  /** RFC 5322 text: CRLF line ends, no line over 998 octets. The same for every attempt. */
  readonly bytes: Buffer;
  /** RFC 5321 envelope; the only place where Bcc shows. */
  readonly from: string;
  readonly to: readonly string[];
}

/** One header line, its name spelt as it is to travel. */
export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

/** Composes a message to bytes, once. */
export async function compose(
  message: Message,
  extraHeaders: readonly HeaderLine[] = [],
): Promise<ComposedMessage> {
  const headers = [...message.headers, ...postmarkHeaders(message), ...extraHeaders];
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
    headers: headers.map(({ name, value }) => ({ key: name, value })),
    encoding: "quoted-printable",
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
    normalizeHeaderKey: (key) => spelling.get(key.toLowerCase()) ?? key,
  });
  const bytes = await composer.compile().build();
  const to = [...message.to, ...message.cc, ...message.bcc].map(({ address }) => address);
  return { bytes, from: message.from.address, to: [...new Set(to)] };
}

function withName({ name, address }: { name?: string | undefined; address: string }) {
  return { name: name ?? "", address };
}

function postmarkHeaders(message: Message): HeaderLine[] {
  const { stream, tag, tracking } = message;
  return [
    { name: "X-PM-KeepID", value: "true" },
    ...(stream === undefined ? [] : [{ name: "X-PM-Message-Stream", value: stream }]),
    ...(tag === undefined ? [] : [{ name: "X-PM-Tag", value: tag }]),
    ...(tracking.opens === undefined
      ? []
      : [{ name: "X-PM-TrackOpens", value: String(tracking.opens) }]),
    ...(tracking.links === undefined ? [] : [{ name: "X-PM-TrackLinks", value: tracking.links }]),
    ...Object.entries(message.metadata).map(([key, value]) => ({
      name: `X-PM-Metadata-${key}`,
      value,
    })),
  ];
}
