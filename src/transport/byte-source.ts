import { Readable } from "node:stream";

/** Octets handed over at a time: enough for few calls, little enough to see how far a message has come. */
const blockBytes = 65_536;

/** Streams bytes to the connection block by block, telling of each, and of the end before it is acted on. */
export class ByteSource extends Readable {
  readonly #bytes: Buffer;
  readonly #onBlock: () => void;
  #offset = 0;

  constructor(bytes: Buffer, onBlock: () => void, onEnd: () => void) {
    super({ highWaterMark: blockBytes });
    this.#bytes = bytes;
    this.#onBlock = onBlock;
    // First of all listeners: the one that ends the message with its dot is added later, by `pipe`.
    this.once("end", onEnd);
  }

  override _read(): void {
    if (this.#offset >= this.#bytes.length) {
      this.push(null);
      return;
    }
    this.#onBlock();
    const block = this.#bytes.subarray(this.#offset, this.#offset + blockBytes);
    this.#offset += block.length;
    this.push(block);
  }
}

/** Whether a message is written in one go, so that there is no moment between its first block and its dot. */
export function fitsOneBlock(bytes: Buffer): boolean {
  return bytes.length <= blockBytes;
}
