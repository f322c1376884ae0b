import type { IncomingMessage } from "node:http";
import { toPortableName } from "../../../src/files/portable-name.ts";
import type { InboxAttachment, InboxMessage } from "../../../src/inbox/inbox.ts";
import { sealHints } from "../../protocol/html/seal-hints.ts";
import { type Answer, Refusal } from "../api/answer.ts";
import type { Destination } from "../front/guard.ts";
import { messageHtml, messagePolicy } from "./message-html.ts";
import { pictureType } from "./message-picture.ts";

/** A file is shown as a picture, read by a script, or saved by a link. */
export const downloads: readonly Destination[] = ["image", "empty", "document"];

/** The parts of a message, wherever it lies. */
export type MessageParts = Pick<InboxMessage, "html" | "attachments">;

/** The HTML as it came, decoded. */
export function sourceAnswer({ html }: MessageParts): Answer {
  if (html === undefined) throw noHtml();
  return { body: html, type: "text/plain; charset=utf-8" };
}

function noHtml(): Refusal {
  return new Refusal(404, "Cannot show HTML: the message has none");
}

/**
 * The page's frame gets pictures by their address, and decides what loads. A tab of its own has no
 * origin, and would be refused them: they stand in the HTML, as far as the budget goes. It loads
 * nothing else, and asks no host ahead of time.
 *
 * @param folder what stands before the number of a picture in its address
 */
export function htmlAnswer(
  message: MessageParts,
  folder: string,
  { headers }: IncomingMessage,
): Answer {
  if (message.html === undefined) throw noHtml();
  const isTab = headers["sec-fetch-dest"] === "document";
  const html = messageHtml(message, (file, index) =>
    isTab
      ? `data:${pictureType(file)};base64,${Buffer.from(file.content).toString("base64")}`
      : folder + index,
  );
  return {
    body: isTab ? sealHints(html) : html,
    type: "text/html; charset=utf-8",
    headers: { "content-security-policy": messagePolicy, "referrer-policy": "no-referrer" },
  };
}

/** The file of this number. @throws {Refusal} when there is none */
export function fileOf({ attachments }: MessageParts, index = ""): InboxAttachment {
  const file = attachments[Number(index)];
  if (!file) throw new Refusal(404, "Cannot find the attachment: the message has fewer");
  return file;
}

/** A file for the disk, never for the page: whatever type it claims, it is not shown. */
export function download(body: Uint8Array, claimed: string, filename: string): Answer {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(claimed) ? claimed : "application/octet-stream";
  const ascii = filename.replace(/[^\w.() -]/g, "_") || "file";
  const disposition = `attachment; filename="${ascii}"; filename*=UTF-8''${encodeRfc5987(filename)}`;
  return {
    body,
    type,
    headers: { "content-disposition": disposition, "content-security-policy": "sandbox" },
  };
}

/** Name of the file that a message of this subject is saved in. */
export function emlName(subject: string): string {
  const words = subject.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return toPortableName(`${words.slice(0, 80).trim() || "message"}.eml`);
}

/** RFC 5987 §3.2.1: also what `encodeURIComponent` leaves, and refuses (half a surrogate pair). */
function encodeRfc5987(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
