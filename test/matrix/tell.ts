import { isDeliveryError, type Sender } from "letterpress";
import type { Told } from "./tally.ts";

/** How to send, and which message a number stands for. */
export interface TellOptions {
  readonly sender: Sender;
  readonly count: number;
  /** Begins each Message-ID. @default none */
  readonly prefix?: string;
  readonly input: (n: number) => Parameters<Sender["send"]>[0];
  /** Told why a message was not sent, or is unknown. */
  readonly onError?: (id: string, error: Error) => void;
}

/** The Message-ID of the message of a number. */
export function idOf(n: number, prefix = ""): string {
  return `<${prefix}${n}@shop.example>`;
}

/** Sends messages 0, 1, … all at once. @returns what was told of each, by Message-ID */
export async function tellAll(options: TellOptions): Promise<Map<string, Told>> {
  const { sender, count, input, prefix, onError } = options;
  const tell = async (n: number): Promise<[string, Told]> => {
    const messageId = idOf(n, prefix);
    try {
      await sender.send({ ...input(n), messageId });
      return [messageId, "sent"];
    } catch (error) {
      if (!isDeliveryError(error)) throw error;
      onError?.(messageId, error);
      return [messageId, error.outcome];
    }
  };
  return new Map(await Promise.all(Array.from({ length: count }, (_, n) => tell(n))));
}
