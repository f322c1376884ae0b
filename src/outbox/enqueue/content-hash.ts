import { createHash } from "node:crypto";
import type { Message } from "../../message/message.ts";

/**
 * SHA-256 over what a caller asked for: everything of a message but what is new each time, its date
 * and the ids made for it.
 *
 * @param ownId the id that was made for it; a field of the metadata that holds it is left out
 * @param isOwnMessageId whether the caller gave the Message-ID, which is content then
 */
export function contentHash(message: Message, ownId: string, isOwnMessageId: boolean): Buffer {
  const { messageId, date: _, metadata, attachments, ...rest } = message;
  const content = {
    ...rest,
    metadata: Object.entries(metadata)
      .filter(([, value]) => value !== ownId)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    attachments: attachments.map(({ content: bytes, ...facts }) => ({
      ...facts,
      sha256: sha256(bytes).toString("hex"),
    })),
    messageId: isOwnMessageId ? messageId : undefined,
  };
  return sha256(Buffer.from(JSON.stringify(content)));
}

/** SHA-256 of bytes. */
export function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
