import { setImmediate } from "node:timers/promises";
import type { SMTPServerDataStream } from "smtp-server";
import type { ByteCounter } from "./connection-limits.ts";

/**
 * Collects what a client writes after DATA, dots unstuffed.
 *
 * @param counter counts the octets that are on their way
 * @param onFirst called when the first octets have come; what it resolves to true ends the reading.
 *   `undefined` where nothing is to happen then
 * @returns the octets, or `undefined` when reading was ended or the message grew over the size limit:
 *   the rest is then read and dropped, so that it costs no more memory than an allowed message
 * @throws when the connection ends before the message does
 */
export function readData(
  stream: SMTPServerDataStream,
  counter: Pick<ByteCounter, "takeBytes" | "giveBytes">,
  onFirst: () => Promise<boolean> | undefined,
): Promise<Uint8Array | undefined> {
  // Not by iterating: that costs as much as all the rest of the dialogue.
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let isFirst = true;
    let isEnded = false;
    let isRefused = false;
    let taken = 0;

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
      isRefused ||= !counter.takeBytes(chunk.length);
      if (!isRefused) taken += chunk.length;
      if (stream.sizeExceeded || isRefused) chunks.length = 0;
      else chunks.push(chunk);
      if (isFirst) meetFirst();
    });
    stream.on("end", () => {
      if (isRefused) reject(tooMuchUnderWay());
      else if (stream.sizeExceeded) resolve(undefined);
      else concatenate(chunks, taken).then(resolve);
    });
    stream.on("error", reject);
    stream.on("close", () => {
      counter.giveBytes(taken);
      if (!stream.readableEnded && !isEnded) reject(new Error("The connection ended"));
    });
  });
}

function tooMuchUnderWay(): Error {
  const error = new Error("Too much mail is on its way at once, try again in a moment");
  return Object.assign(error, { responseCode: 452 });
}

/** Copying so many octets takes a millisecond or less. */
const turnBytes = 1024 * 1024;

// Not Buffer.concat: its result may share the pool of 8 KiB with strangers, and `raw` is handed out.
async function concatenate(chunks: readonly Uint8Array[], sizeBytes: number): Promise<Uint8Array> {
  const whole = new Uint8Array(sizeBytes);
  let at = 0;
  let turn = turnBytes;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
    if (at < turn) continue;
    turn = at + turnBytes;
    await setImmediate();
  }
  return whole;
}
