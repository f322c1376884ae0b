import type { Header } from "./headers.ts";
import type { Message, Unsubscribe } from "./message.ts";

/** What mail programs read as priority; RFC 2156 §5.3.6 for Importance, the X- ones by custom. */
const priorityHeaders = {
  high: [
    { name: "X-Priority", value: "1 (Highest)" },
    { name: "Importance", value: "high" },
  ],
  low: [
    { name: "X-Priority", value: "5 (Lowest)" },
    { name: "Importance", value: "low" },
  ],
} as const;

/**
 * The headers that follow from a message's Postmark options, unsubscribe and priority, in the order
 * and spelling they are written in. `message.headers` is not among them. A composer must keep the
 * case of the names: a metadata key is part of one, and Postmark hands it back in webhooks.
 *
 * @see https://postmarkapp.com/developer/user-guide/send-email-with-smtp
 */
export function toHeaders(message: Message): readonly Header[] {
  const headers: Header[] = [];
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined) headers.push({ name, value });
  };
  add("X-PM-Message-Stream", message.stream);
  add("X-PM-Tag", message.tag);
  add("X-PM-TrackOpens", message.tracking.opens?.toString());
  add("X-PM-TrackLinks", message.tracking.links);
  for (const [key, value] of Object.entries(message.metadata)) add(`X-PM-Metadata-${key}`, value);
  add("X-PM-KeepID", message.keepMessageId ? "true" : undefined);
  if (message.unsubscribe) headers.push(...unsubscribeHeaders(message.unsubscribe));
  if (message.priority) headers.push(...priorityHeaders[message.priority]);
  return headers;
}

/** RFC 2369 §3.2 and RFC 8058 §3.1. */
function unsubscribeHeaders({ url, mailto, oneClick }: Unsubscribe): readonly Header[] {
  const addresses = [url, mailto].filter((address) => address !== undefined);
  const list = {
    name: "List-Unsubscribe",
    value: addresses.map((address) => `<${address}>`).join(", "),
  };
  const post = { name: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" };
  return oneClick ? [list, post] : [list];
}
