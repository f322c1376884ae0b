import type { MessageContent } from "./read-content.ts";

/** Less is copied faster than it is handed over. */
const worthTransferBytes = 16 * 1024;

/**
 * Prepares a result for another thread. A view of a larger buffer would take the whole buffer along,
 * so each file gets octets of its own, which are then handed over without a copy.
 */
export function ownOctets(result: unknown): {
  readonly value: unknown;
  readonly transfer: readonly ArrayBuffer[];
} {
  if (!isContent(result)) return { value: result, transfer: [] };
  const attachments = result.parsed.attachments.map((file) => ({
    ...file,
    content: file.content.byteLength === 0 ? new Uint8Array() : new Uint8Array(file.content),
  }));
  const transfer = attachments
    .map(({ content }) => content.buffer)
    .filter((buffer) => buffer.byteLength >= worthTransferBytes);
  return { value: { ...result, parsed: { ...result.parsed, attachments } }, transfer };
}

function isContent(result: unknown): result is MessageContent {
  return typeof result === "object" && result !== null && "parsed" in result;
}
