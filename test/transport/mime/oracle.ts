import { simpleParser } from "mailparser";
import MailComposer from "nodemailer/lib/mail-composer";
import PostalMime, { decodeWords } from "postal-mime";
import type { Address, Message } from "../../../src/message/message.ts";
import { toHeaders } from "../../../src/message/to-headers.ts";

/** The same message as nodemailer writes it. */
export async function composeWithNodemailer(message: Message): Promise<Buffer> {
  const withName = ({ name, address }: Address) => ({ name: name ?? "", address });
  const headers = [...message.headers, ...toHeaders(message)];
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
      ...(attachment.contentId !== undefined && { cid: attachment.contentId }),
      contentDisposition:
        attachment.contentId === undefined || message.html === undefined ? "attachment" : "inline",
    })),
    ...(message.calendar && { icalEvent: { ...message.calendar } }),
    headers: headers.map(({ name, value }) => ({ key: name, value })),
    encoding: "quoted-printable",
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return await composer.compile().build();
}

const text = (value: string | undefined | false) =>
  value ? value.replace(/\r\n?/g, "\n").replace(/\n+$/, "") : undefined;

/** What postal-mime sees. */
export async function readWithPostalMime(raw: Buffer) {
  const mail = await PostalMime.parse(raw);
  const addresses = (list: typeof mail.to) =>
    (list ?? []).map(({ name, address }) => ({ name, address }));
  return {
    from: mail.from && { name: mail.from.name, address: mail.from.address },
    to: addresses(mail.to),
    cc: addresses(mail.cc),
    replyTo: addresses(mail.replyTo),
    subject: mail.subject,
    messageId: mail.messageId,
    date: mail.date,
    text: text(mail.text),
    html: text(mail.html),
    headers: sortHeaders(mail.headers.map(({ key, value }) => [key, value])),
    attachments: mail.attachments.map((attachment) => ({
      filename: attachment.filename,
      type: attachment.mimeType,
      disposition: attachment.disposition,
      contentId: attachment.contentId,
      related: attachment.related,
      method: attachment.method,
      content: Buffer.from(attachment.content as ArrayBuffer).toString("base64"),
    })),
  };
}

/** What mailparser sees. */
export async function readWithMailparser(raw: Buffer) {
  const mail = await simpleParser(raw, {
    keepCidLinks: true,
    skipTextToHtml: true,
    skipHtmlToText: true,
  });
  const addresses = (list: typeof mail.to) =>
    [list ?? []]
      .flat()
      .flatMap(({ value }) => value.map(({ name, address }) => ({ name, address })));
  return {
    from: addresses(mail.from),
    to: addresses(mail.to),
    cc: addresses(mail.cc),
    replyTo: addresses(mail.replyTo),
    subject: mail.subject,
    messageId: mail.messageId,
    date: mail.date?.toISOString(),
    text: text(mail.text),
    html: text(mail.html),
    attachments: mail.attachments.map((attachment) => ({
      filename: attachment.filename,
      type: attachment.contentType,
      disposition: attachment.contentDisposition,
      contentId: attachment.contentId,
      related: attachment.related,
      content: attachment.content.toString("base64"),
    })),
  };
}

/** Encoding and order of headers may differ between two ways to write one message. */
function sortHeaders(headers: readonly (readonly [string, string])[]) {
  return headers
    .filter(([key]) => !/^(content-type|content-transfer-encoding|from|to|cc|reply-to)$/.test(key))
    .map(([key, value]) => `${key}: ${decodeWords(value)}`)
    .sort();
}
