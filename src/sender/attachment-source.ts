import type { AttachmentInput } from "../message/message.ts";

/** What the forms of an attachment share. */
interface AttachmentDetails {
  /** MIME type. @default guessed from the file name, else `application/octet-stream` */
  readonly contentType?: string | undefined;
  /** Content id without angle brackets, for an image that the HTML shows with `cid:` (RFC 2392). */
  readonly contentId?: string | undefined;
}

/** A file whose bytes come from a stream. It is read once, to its end, before anything is sent. */
export interface AttachmentStream extends AttachmentDetails {
  /** Name the reader sees, without a path. */
  readonly filename: string;
  /** A Node.js or web stream, or anything that yields bytes or text. */
  readonly content: ByteStream;
  readonly path?: undefined;
}

/** A file below the sender's `attachmentsFolder`. */
export interface AttachmentFile extends AttachmentDetails {
  /** Path of the file, relative to the folder or absolute; never a URL. */
  readonly path: string;
  /** Name the reader sees. @default the file's own name */
  readonly filename?: string | undefined;
  readonly content?: undefined;
}

/** Bytes or text that arrive in parts, as from every Node.js and web stream. Text becomes UTF-8. */
export type ByteStream = AsyncIterable<Uint8Array | string> | ReadableStream<Uint8Array>;

/** Every form in which `send` takes an attachment. */
export type AttachmentSource =
  | (AttachmentInput & { readonly path?: undefined })
  | AttachmentStream
  | AttachmentFile;
