import type { Arrival } from "./arrival.ts";
import type { ParsedMessage } from "./parse-message.ts";

/** What any message takes beside its text: objects, ids, its dialogue. Measured, rounded up. */
const overheadBytes = 4 * 1024;
/** What each header, address and file takes beside its text. */
const itemBytes = 100;

/**
 * About how many octets of memory a message holds: as it came, and what was read out of it. A small
 * message with many recipients, headers or parts is a large one.
 */
export function heldBytes(
  { raw, envelope, conversation }: Pick<Arrival, "raw" | "envelope" | "conversation">,
  { headers, attachments, to, cc, replyTo, html = "", text = "" }: ParsedMessage,
): number {
  const items =
    envelope.to.length +
    headers.length +
    attachments.length +
    to.length +
    cc.length +
    replyTo.length;
  return (
    overheadBytes +
    raw.length +
    html.length +
    text.length +
    items * itemBytes +
    sum(envelope.to, ({ length }) => length) +
    sum(conversation(), ({ text }) => text.length) +
    sum(headers, ({ name, value }) => name.length + value.length) +
    sum(attachments, ({ content, filename }) => content.length + filename.length)
  );
}

function sum<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  return items.reduce((total, item) => total + measure(item), 0);
}
