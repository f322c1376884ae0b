import { base64Size, encodeBase64 } from "./base64.ts";
import { encodeQuotedPrintable, largestQuotedPrintable } from "./quoted-printable.ts";

/** Room to begin with, and to keep for the next message. */
const usualBytes = 262_144;

/**
 * Writes one message after another into the same memory, so that each costs one allocation, of its
 * own size: many short-lived buffers are the dearest part of composing.
 */
export class ByteWriter {
  #memory = Buffer.allocUnsafeSlow(usualBytes);
  #length = 0;

  /** The octet written last. */
  get lastOctet(): number | undefined {
    return this.#length > 0 ? this.#memory[this.#length - 1] : undefined;
  }

  /** Writes text as it is, in UTF-8. */
  writeText(text: string): void {
    this.#reserve(text.length * 3);
    this.#length += this.#memory.write(text, this.#length, "utf8");
  }

  /** Writes text in UTF-8 and quoted-printable. */
  writeQuotedPrintable(text: string): void {
    const octetCount = Buffer.byteLength(text, "utf8");
    const room = largestQuotedPrintable(octetCount);
    this.#reserve(room + octetCount);
    const sourceStart = this.#length + room;
    this.#memory.write(text, sourceStart, "utf8");
    const source = this.#memory.subarray(sourceStart, sourceStart + octetCount);
    this.#length = encodeQuotedPrintable(source, this.#memory, this.#length);
  }

  /** Writes octets in base64. */
  writeBase64(octets: Uint8Array): void {
    this.#reserve(base64Size(octets.byteLength));
    this.#length = encodeBase64(octets, this.#memory, this.#length);
  }

  /** What was written since the last time, in memory of its own. */
  take(): Buffer {
    const bytes = Buffer.allocUnsafeSlow(this.#length);
    this.#memory.copy(bytes, 0, 0, this.#length);
    this.#length = 0;
    // A rare large message must not hold its memory forever.
    if (this.#memory.length > usualBytes) this.#memory = Buffer.allocUnsafeSlow(usualBytes);
    return bytes;
  }

  /** Forgets what was written, after a failure. */
  clear(): void {
    this.#length = 0;
  }

  #reserve(octetCount: number): void {
    const needed = this.#length + octetCount;
    if (needed <= this.#memory.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#memory.length));
    this.#memory.copy(larger, 0, 0, this.#length);
    this.#memory = larger;
  }
}
