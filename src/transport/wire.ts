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
