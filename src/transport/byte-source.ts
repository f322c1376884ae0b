import { Readable, Transform } from "node:stream";

/** Octets handed over at a time: enough for few calls, little enough to see how far a message has come. */
const blockBytes = 65_536;

/** Whether a message is written in one go, so that there is no moment between its first octet and its dot. */
export function fitsOneBlock(bytes: Buffer): boolean {
  return bytes.length <= blockBytes;
}

/** Streams a large message block by block, telling of each, and of the end before it is acted on. */
export class BlockSource extends Readable {
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

/**
 * Hands a small message over whole, in the form it has on the wire. nodemailer pipes it into a
 * transform that looks at each octet for dots to stuff, which takes longer than all else that is
 * done for a message; so what comes out of that transform is put there at once. One write, then,
 * and one packet, where the message and its dot were two.
 */
export class WholeSource extends Readable {
  readonly #wire: Buffer;

  constructor(wire: Buffer) {
    super();
    this.#wire = wire;
  }

  override pipe<Target extends NodeJS.WritableStream>(target: Target): Target {
    if (!(target instanceof Transform)) throw new TypeError("nodemailer's DATA is no transform");
    target.push(this.#wire);
    target.push(null);
    return target;
  }

  override _read(): void {}
}

/** What ends a message on the wire. */
export const finalDot = ".\r\n";

/**
 * A composed message as DATA carries it: a dot before each line that begins with one (RFC 5321 §4.5.2).
 *
 * @param ended a whole message, its last line ended, and the final dot
 * @returns the same memory where there is no dot to stuff
 */
export function toWire(ended: Buffer): Buffer {
  const pieces: Buffer[] = [];
  const end = ended.length - finalDot.length;
  let start = 0;
  for (let dot = nextLineDot(ended, 0); dot < end; dot = nextLineDot(ended, dot)) {
    pieces.push(ended.subarray(start, dot), ended.subarray(end, end + 1));
    start = dot;
  }
  return pieces.length === 0 ? ended : Buffer.concat([...pieces, ended.subarray(start)]);
}

/** Where the next line after `from` begins that begins with a dot; the final dot is one. No header begins so. */
function nextLineDot(bytes: Buffer, from: number): number {
  return bytes.indexOf("\r\n.", from, "latin1") + 2;
}
