import type { SMTPServerDataStream } from "smtp-server";

/**
 * Collects what a client writes after DATA, dots unstuffed.
 *
 * @param onFirst called when the first octets have come; when it resolves to true, reading ends
 * @returns the octets, or `undefined` when reading was ended or the message grew over the size limit:
 *   the rest is then read and dropped, so that it costs no more memory than an allowed message
 * @throws when the connection ends before the message does
 */
export async function readData(
  stream: SMTPServerDataStream,
  onFirst: () => Promise<boolean>,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let isFirst = true;
  for await (const chunk of stream) {
    if (isFirst && (await onFirst())) return undefined;
    isFirst = false;
    if (stream.sizeExceeded) chunks.length = 0;
    else chunks.push(chunk);
  }
  if (stream.sizeExceeded) return undefined;
  return concatenate(chunks);
}

// Not Buffer.concat: its result may share the pool of 8 KiB with strangers, and `raw` is handed out.
function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
