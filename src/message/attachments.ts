import {
  hasControlCharacter,
  hasReorderingCharacter,
  holdsEncodedWordOpener,
  utf8Length,
} from "./characters.ts";
import { extensionOf, guessContentType, isContentType } from "./content-type.ts";
import type { IssueLog } from "./issue-log.ts";
import { forbiddenExtensions, maxFilenameBytes } from "./limits.ts";
import type { Attachment, AttachmentInput } from "./message.ts";
import { reportUnknownKeys } from "./unknown-keys.ts";

/** The `local@domain` of RFC 2392 without its rare characters; the domain may be left out, as most do. */
const contentId = /^[\w!#$*+./=?^`{|}~-]+(?:@[\w.-]+)?$/;

/** Something that names content instead of being it. */
const locator = /^\s*(?:file|https?|ftp|data|blob):\S*\s*$/i;

const attachmentKeys = ["filename", "content", "contentType", "contentId"] as const;

/** Checks the files of a message. Those that are wrong are left out. */
export function checkAttachments(
  input: readonly AttachmentInput[] | undefined,
  log: IssueLog,
): readonly Attachment[] {
  if (input !== undefined && !Array.isArray(input)) {
    log.report("attachments", "is not an array; write [{ filename, content }]");
    return [];
  }
  const seen = new Set<string>();
  return (input ?? []).flatMap((attachment: AttachmentInput, index) => {
    const field = `attachments[${index}]`;
    if (typeof attachment !== "object" || attachment === null) {
      log.report(field, "is not an attachment; write { filename, content }");
      return [];
    }
    return checkAttachment(attachment, field, seen, log) ?? [];
  });
}

function checkAttachment(
  attachment: AttachmentInput,
  field: string,
  seen: Set<string>,
  log: IssueLog,
): Attachment | undefined {
  const before = log.issues.length;
  const { filename, content, contentType, contentId: id } = attachment;
  reportUnknownKeys(attachment, attachmentKeys, field, log);
  const report = (key: string, problem: string | undefined) => {
    if (problem) log.report(`${field}.${key}`, problem);
  };
  report("filename", problemOfFilename(filename));
  report("content", problemOfContent(content));
  if (contentType !== undefined) report("contentType", problemOfContentType(contentType));
  if (id !== undefined) report("contentId", problemOfContentId(id, seen));
  if (log.issues.length > before) return undefined;
  return {
    filename,
    content: typeof content === "string" ? new TextEncoder().encode(content) : content,
    contentType: contentType ?? guessForContent(filename, content),
    contentId: id,
  };
}

/** What is wrong with an attachment's name, or `undefined`. */
export function problemOfFilename(filename: unknown): string | undefined {
  if (typeof filename !== "string" || filename.trim() === "") {
    return "is empty; name the file as its reader will see it";
  }
  if (hasControlCharacter(filename)) return "holds a line break or control character; remove it";
  if (hasReorderingCharacter(filename)) {
    return "holds a character that reverses the text after it and can disguise the file's type; remove it";
  }
  if (holdsEncodedWordOpener(filename)) {
    return "holds '=?', which begins an encoded word: some mail programs would decode the name once more and show another; remove it";
  }
  if (/[/\\]/.test(filename) || filename === "." || filename === "..") {
    return "holds a path; give the name alone";
  }
  if (filename !== filename.trim() || filename.endsWith(".")) {
    return "begins or ends with a space or ends with a dot, which some systems drop; remove it";
  }
  if (utf8Length(filename) > maxFilenameBytes) {
    return `is longer than ${maxFilenameBytes} octets; shorten it`;
  }
  const extension = extensionOf(filename);
  if (forbiddenExtensions.has(extension)) {
    return `ends in '.${extension}', which Postmark refuses; send a link to the file instead`;
  }
  return undefined;
}

function problemOfContent(content: unknown): string | undefined {
  if (content instanceof Uint8Array) return undefined;
  if (typeof content !== "string") return "is neither bytes nor text; read the file first";
  if (locator.test(content)) {
    return "is a URL, which is not fetched; give the bytes themselves";
  }
  return undefined;
}

function problemOfContentType(contentType: unknown): string | undefined {
  if (typeof contentType !== "string" || !isContentType(contentType)) {
    return "is not a MIME type of one part; write something like 'application/pdf'";
  }
  if (/;\s*name\s*\*?\d*\*?=/i.test(contentType)) {
    return "names the file; some mail programs would show that name, so give it as 'filename' alone";
  }
  if (holdsEncodedWordOpener(contentType)) {
    return "holds '=?', which begins an encoded word; remove it";
  }
  return undefined;
}

function problemOfContentId(id: unknown, seen: Set<string>): string | undefined {
  if (typeof id !== "string" || !contentId.test(id) || utf8Length(id) > maxFilenameBytes) {
    return "is not a content id; use ASCII letters, digits, '.', '-' and '_', without angle brackets";
  }
  if (holdsEncodedWordOpener(id)) {
    return "holds '=?', which begins an encoded word, so that readers may not find it; remove it";
  }
  if (seen.has(id)) return "is used by another attachment; give each its own";
  seen.add(id);
  return undefined;
}

function guessForContent(filename: string, content: Uint8Array | string): string {
  const type = guessContentType(filename);
  // Text that came as a string is known to be UTF-8; of bytes nothing is known.
  return typeof content === "string" && type.startsWith("text/") ? `${type}; charset=utf-8` : type;
}
