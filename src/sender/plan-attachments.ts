import { basename } from "node:path";
import type { IssueLog } from "../message/issue-log.ts";
import type { AttachmentInput } from "../message/message.ts";
import { reportUnknownKeys } from "../message/unknown-keys.ts";
import { locateAttachment, openAttachment } from "./attachment-file.ts";
import type {
  AttachmentFile,
  AttachmentSource,
  AttachmentStream,
  ByteStream,
} from "./attachment-source.ts";

/** An attachment whose bytes are known to be somewhere, but perhaps not read yet. */
export interface PlannedAttachment {
  /** What can be checked now; the content of a file or stream is still empty here. */
  readonly preview: AttachmentInput;
  /** Opens what has to be read; `undefined` when `preview` has the content already. */
  readonly open: (() => Promise<ByteStream>) | undefined;
}

const sourceKeys = ["filename", "content", "contentType", "contentId", "path"];
const notRead = new Uint8Array();

/**
 * Finds out where each attachment's bytes come from, and reports paths that lead out of the folder
 * or nowhere. Reads no bytes.
 *
 * @param folder the only folder that paths may lie in
 */
export async function planAttachments(
  sources: readonly AttachmentSource[] | undefined,
  folder: string | undefined,
  log: IssueLog,
): Promise<readonly PlannedAttachment[]> {
  return Promise.all(
    toList(sources).map((source, index) => plan(source, `attachments[${index}]`, folder, log)),
  );
}

/** The streams among attachments. */
export function streamsOf(sources: readonly AttachmentSource[] | undefined): readonly ByteStream[] {
  return toList(sources)
    .filter(isStream)
    .map(({ content }) => content);
}

async function plan(
  source: AttachmentSource,
  field: string,
  folder: string | undefined,
  log: IssueLog,
): Promise<PlannedAttachment> {
  if (isFile(source)) return planFile(source, field, folder, log);
  if (!isStream(source)) return { preview: source as AttachmentInput, open: undefined };
  const { content, ...details } = source;
  return { preview: { ...details, content: notRead }, open: async () => content };
}

async function planFile(
  source: AttachmentFile,
  field: string,
  folder: string | undefined,
  log: IssueLog,
): Promise<PlannedAttachment> {
  const { path, contentType, contentId } = source;
  reportUnknownKeys(source, sourceKeys, field, log);
  if (source.content !== undefined) {
    log.report(`${field}.content`, "is given beside 'path'; give one of them");
  }
  const located = await locateAttachment(path, folder);
  if (located.problem !== undefined) log.report(`${field}.path`, located.problem);
  // A name is only missed when there is a file to be named.
  const filename = source.filename ?? basename(located.path ?? "attachment");
  return {
    preview: { filename, content: notRead, contentType, contentId },
    open: async () => openAttachment(located.path ?? ""),
  };
}

/** What is not an array is left for the message's own check to report. */
function toList(sources: readonly AttachmentSource[] | undefined): readonly AttachmentSource[] {
  return Array.isArray(sources) ? sources : [];
}

function isFile(source: AttachmentSource): source is AttachmentFile {
  return typeof source === "object" && source !== null && source.path !== undefined;
}

function isStream(source: AttachmentSource): source is AttachmentStream {
  if (typeof source !== "object" || source === null || isFile(source)) return false;
  const { content } = source;
  return typeof content === "object" && content !== null && Symbol.asyncIterator in content;
}
