/**
 * What clients may take of the inbox at once. A test that sends over two hundred connections is
 * served; a program that forgets to close any is told so before it takes the process down.
 */
export const connectionLimits = {
  /** Connections in all. */
  connections: 500,
  /** Connections from one address. */
  connectionsPerAddress: 250,
  /** A client that says nothing for so long is told so and hung up on, ms. */
  idleMs: 60_000,
  /** Octets of messages that are on their way, in all; more are answered with 452. */
  bytesUnderWay: 512 * 1024 * 1024,
  /** Recipients of one message, where Postmark's own limit is only marked. */
  recipients: 1_000,
} as const;

/** Counts the octets of messages that are on their way, up to the limit. */
export interface ByteCounter {
  /** @returns whether there was room */
  takeBytes(count: number): boolean;
  giveBytes(count: number): void;
}

/** Creates a counter at zero. */
export function createByteCounter(): ByteCounter {
  let bytes = 0;
  return {
    takeBytes(count) {
      if (bytes + count > connectionLimits.bytesUnderWay) return false;
      bytes += count;
      return true;
    },
    giveBytes(count) {
      bytes -= count;
    },
  };
}
