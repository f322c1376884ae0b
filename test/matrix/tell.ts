import { isDeliveryError, type Sender } from "letterpress";
import type { Told } from "./tally.ts";

/** How to send, and which message a number stands for. */
export interface TellOptions {
  readonly sender: Sender;
  readonly count: number;
  readonly input: (n: number) => Parameters<Sender["send"]>[0];
}

/** The Message-ID of the message of a number. */
export function idOf(n: number): string {
  return `<${n}@shop.example>`;
}

/** Sends messages 0, 1, … all at once. @returns what was told of each, by Message-ID */
export async function tellAll(options: TellOptions): Promise<Map<string, Told>> {
  const { sender, count, input } = options;
  const numbers = Array.from({ length: count }, (_, n) => n);
  const told = numbers.map(
    async (n): Promise<[string, Told]> => [
      idOf(n),
      await tell(sender.send({ ...input(n), messageId: idOf(n) })),
    ],
  );
  return new Map(await Promise.all(told));
}

async function tell(sending: Promise<unknown>): Promise<Told> {
  try {
    await sending;
    return "sent";
  } catch (error) {
    if (isDeliveryError(error)) return error.outcome;
    throw error;
  }
}
