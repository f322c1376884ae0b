/**
 * What clients may take of the inbox at once. A test that sends over two hundred connections is
 * served, also beside some whose clients left a fault that keeps silent; a program that forgets to close any is told so before it takes the process down.
 */
export const connectionLimits = {
  /** Connections in all. */
  connections: 1_000,
  /** Connections from one address. */
  connectionsPerAddress: 600,
  /** A client that says nothing for so long is told so and hung up on, ms. */
  idleMs: 60_000,
  /** Octets of messages that are on their way, in all; more are answered with 452. */
  bytesUnderWay: 512 * 1024 * 1024,
  /** Recipients of one message, where Postmark's own limit is only marked. */
  recipients: 1_000,
} as const;

/** Counts what connections and messages take, up to the limits. */
export interface ConnectionCounter {
  /** @returns whether there was room */
  enter(address: string): boolean;
  leave(address: string): void;
  /** @returns whether there was room */
  takeBytes(count: number): boolean;
  giveBytes(count: number): void;
}

/** Creates a counter at zero. */
export function createConnectionCounter(): ConnectionCounter {
  const byAddress = new Map<string, number>();
  let bytes = 0;
  return {
    enter(address) {
      const count = byAddress.get(address) ?? 0;
      if (count >= connectionLimits.connectionsPerAddress) return false;
      byAddress.set(address, count + 1);
      return true;
    },
    leave(address) {
      const count = byAddress.get(address) ?? 0;
      if (count > 1) byAddress.set(address, count - 1);
      else byAddress.delete(address);
    },
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
