import { Readable, Transform } from "node:stream";

/** Octets handed over at a time: enough for few calls, little enough to see how far a message has come. */
const blockBytes = 65_536;

const finalDot = Buffer.from(".\r\n", "latin1");

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

/**
 * A composed message as DATA carries it: a dot before each line that begins with one, and the final
 * dot (RFC 5321 §4.5.2).
 *
 * @param bytes lines that end in CRLF, the last one too
 */
export function toWire(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let start = 0;
  for (let dot = nextLineDot(bytes, 0); dot >= 0; dot = nextLineDot(bytes, dot)) {
    pieces.push(bytes.subarray(start, dot), finalDot.subarray(0, 1));
    start = dot;
  }
  return Buffer.concat([...pieces, bytes.subarray(start), finalDot]);
}

/** Where the next line after `from` begins that begins with a dot, or -1. No header begins with one. */
function nextLineDot(bytes: Buffer, from: number): number {
  const at = bytes.indexOf("\r\n.", from, "latin1");
  return at < 0 ? -1 : at + 2;
}
