import { setImmediate } from "node:timers/promises";
import type { Arrival } from "../arrival.ts";
import type { MessageReader } from "../reading/message-reader.ts";
import type { MessageContent } from "../reading/read-content.ts";
import { toArrival } from "./kept-message.ts";
import type { KeptSource } from "./kept-source.ts";
import type { FoundMessage } from "./mail-folder.ts";

/** So many messages are read side by side: most wait for the disk, a few for a thread. */
const atOnce = 16;

/** Reads the messages of a folder, and hands them on in their order. */
export async function restoreMessages(
  found: readonly FoundMessage[],
  reader: MessageReader,
  list: (arrival: Arrival, content: MessageContent, source: KeptSource) => void,
  tell: (problem: string) => void,
): Promise<void> {
  async function restore({ facts, source }: FoundMessage) {
    try {
      const raw = await source.load();
      return { arrival: toArrival(facts, raw), content: await reader.read(raw), source };
    } catch (error) {
      tell(`${facts.file} cannot be read and is skipped: ${(error as Error).message}`);
      return undefined;
    }
  }

  for (let at = 0; at < found.length; at += atOnce) {
    const restored = await Promise.all(found.slice(at, at + atOnce).map(restore));
    for (const one of restored) if (one) list(one.arrival, one.content, one.source);
    await setImmediate();
  }
}
