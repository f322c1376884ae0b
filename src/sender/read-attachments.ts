import type { IssueLog } from "../message/issue-log.ts";
import { maxMessageBytes } from "../message/limits.ts";
import type { AttachmentInput } from "../message/message.ts";
import type { ByteStream } from "./attachment-source.ts";
import type { PlannedAttachment } from "./plan-attachments.ts";
import { untilAborted } from "./until-aborted.ts";

/**
 * Reads planned attachments one after the other, no further than a message may be large.
 *
 * @throws the signal's reason when it aborts
 */
export async function readAttachments(
  planned: readonly PlannedAttachment[],
  log: IssueLog,
  signal?: AbortSignal,
): Promise<readonly AttachmentInput[]> {
  let roomBytes = maxMessageBytes;
  const attachments: AttachmentInput[] = [];
  for (const [index, { preview, open }] of planned.entries()) {
    const read = open ? await readWithin(open, roomBytes, signal) : preview.content;
    if (typeof read === "object" && "problem" in read) {
      log.report(`attachments[${index}]`, read.problem);
    } else {
      roomBytes -= read.length;
      attachments.push({ ...preview, content: read });
    }
  }
  return attachments;
}

async function readWithin(
  open: () => Promise<ByteStream>,
  roomBytes: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array | { readonly problem: string }> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  try {
    const source = (await open()) as AsyncIterable<unknown>;
    for await (const chunk of untilAborted(source, signal)) {
      const bytes = toBytes(chunk);
      if (!bytes) return { problem: "yields something that is neither bytes nor text" };
      sizeBytes += bytes.byteLength;
      if (sizeBytes > roomBytes) {
        const limit = maxMessageBytes / 1e6;
        return {
          problem: `goes past the ${limit} MB that Postmark takes for a message; send a link instead`,
        };
      }
      chunks.push(bytes);
    }
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    return { problem: `could not be read (${reasonOf(error)}); check the file or the stream` };
  }
  return Buffer.concat(chunks);
}

/**
 * Keeps a stream that fails before anyone reads it from ending the process; reading it later
 * meets the failure. To be called before anything is awaited.
 */
export function guardStreams(streams: readonly ByteStream[]): void {
  for (const stream of streams as readonly NodeStream[]) stream.on?.("error", () => {});
}

/** Ends streams, read or not, so that no file stays open. */
export function endStreams(streams: readonly ByteStream[]): void {
  for (const stream of streams as readonly (NodeStream & WebStream)[]) {
    stream.destroy?.();
    // A web stream that is locked or failed rejects; there is nothing left to free then.
    stream.cancel?.().catch(() => {});
  }
}

/** What a Node.js stream has beside its bytes. */
interface NodeStream {
  readonly on?: (event: "error", listener: () => void) => unknown;
  readonly destroy?: () => unknown;
}

/** What a web stream has beside its bytes. */
interface WebStream {
  readonly cancel?: () => Promise<void>;
}

function toBytes(chunk: unknown): Uint8Array | undefined {
  if (typeof chunk === "string") return new TextEncoder().encode(chunk);
  return chunk instanceof Uint8Array ? chunk : undefined;
}

/** An error's code: unlike its message, it holds no path and no content. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "the stream failed";
}
