import type { Message } from "../../src/message/message.ts";
import type { Delivery, Transport } from "../../src/transport/transport.ts";

/** A transport that keeps what it is given and takes it all. */
export interface RecordingTransport extends Transport {
  readonly messages: readonly Message[];
  readonly closeCount: number;
}

/** @param beforeDelivery runs first; what it throws, the delivery throws */
export function createRecordingTransport(
  beforeDelivery: (message: Message, signal: AbortSignal | undefined) => unknown = () => {},
): RecordingTransport {
  const messages: Message[] = [];
  let closeCount = 0;
  return {
    name: "memory",
    messages,
    get closeCount() {
      return closeCount;
    },
    async deliver(message, { signal } = {}): Promise<Delivery> {
      await beforeDelivery(message, signal);
      messages.push(message);
      return {
        messageId: message.messageId,
        accepted: message.to.map(({ address }) => address),
        rejected: [],
        response: "250 Ok",
      };
    },
    async verify() {},
    async close() {
      closeCount++;
    },
  };
}
