import { utf8Length } from "./characters.ts";
import type { IssueLog } from "./issue-log.ts";
import { maxMessageBytes } from "./limits.ts";

/** Octets that bytes take in base64 with a CRLF after every 76 characters (RFC 2045 §6.8). */
export function base64Length(bytes: number): number {
  const characters = 4 * Math.ceil(bytes / 3);
  return characters + 2 * Math.ceil(characters / 76);
}

/** How large a message will be, from below: headers and the encoding of the bodies not counted. */
function estimateMessageBytes(message: {
  readonly html: string | undefined;
  readonly text: string | undefined;
  readonly attachments: readonly { readonly content: Uint8Array }[];
  readonly calendar: { readonly content: string } | undefined;
}): number {
  const bodies = utf8Length(message.html ?? "") + utf8Length(message.text ?? "");
  // The invitation travels twice: as an alternative and as a file.
  const calendar = 2 * base64Length(utf8Length(message.calendar?.content ?? ""));
  return message.attachments.reduce(
    (sum, { content }) => sum + base64Length(content.byteLength),
    bodies + calendar,
  );
}

/** Reports a message that is certainly too large; the transport measures the composed octets again. */
export function checkSize(
  message: Parameters<typeof estimateMessageBytes>[0],
  log: IssueLog,
): void {
  const { html = "", text = "", attachments, calendar } = message;
  const isShort = (html.length + text.length) * 3 <= maxMessageBytes;
  if (isShort && attachments.length === 0 && !calendar) return;
  const sizeBytes = estimateMessageBytes(message);
  if (sizeBytes <= maxMessageBytes) return;
  const megabytes = (sizeBytes / 1e6).toFixed(1);
  log.report(
    message.attachments.length > 0 ? "attachments" : "html",
    `makes the message ${megabytes} MB once encoded; Postmark takes ${maxMessageBytes / 1e6} MB: send links to large files`,
  );
}
