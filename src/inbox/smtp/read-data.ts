import type { SMTPServerDataStream } from "smtp-server";

/**
 * Collects what a client writes after DATA, dots unstuffed.
 *
 * @param onFirst called when the first octets have come; what it resolves to true ends the reading.
 *   `undefined` where nothing is to happen then
 * @returns the octets, or `undefined` when reading was ended or the message grew over the size limit:
 *   the rest is then read and dropped, so that it costs no more memory than an allowed message
 * @throws when the connection ends before the message does
 */
export function readData(
  stream: SMTPServerDataStream,
  onFirst: () => Promise<boolean> | undefined,
): Promise<Uint8Array | undefined> {
  // Not by iterating: that costs as much as all the rest of the dialogue.
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let isFirst = true;
    let isEnded = false;

    function meetFirst(): void {
      isFirst = false;
      const ending = onFirst();
      if (!ending) return;
      stream.pause();
      ending.then((isOver) => {
        if (isOver) {
          isEnded = true;
          stream.destroy();
          resolve(undefined);
        } else stream.resume();
      }, reject);
    }

    stream.on("data", (chunk: Uint8Array) => {
      if (stream.sizeExceeded) chunks.length = 0;
      else chunks.push(chunk);
      if (isFirst) meetFirst();
    });
    stream.on("end", () => resolve(stream.sizeExceeded ? undefined : concatenate(chunks)));
    stream.on("error", reject);
    stream.on("close", () => {
      if (!stream.readableEnded && !isEnded) reject(new Error("The connection ended"));
    });
  });
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
