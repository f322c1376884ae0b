import type { MessageDefaults } from "../../../src/message/message.ts";
import type { TaskContext } from "./task.ts";

/** What an email says of its message, of that what can travel between threads. */
export function facts({ loaded }: TaskContext): MessageDefaults | null {
  const { definition } = loaded;
  if (!definition) return null;
  const { from, replyTo, headers, stream, tag, metadata, tracking, unsubscribe } = definition;
  return structuredClone({ from, replyTo, headers, stream, tag, metadata, tracking, unsubscribe });
}
