import type { Address } from "../../message/message.ts";
import { firstWords } from "../lift/first-words.ts";
import { type ParsedMessage, parseMessage } from "../parse-message.ts";
import { readLimits } from "./read-limits.ts";

/** What was read out of a message's octets, cut to {@link readLimits}. */
export interface MessageContent {
  readonly parsed: ParsedMessage;
  /** First words of the text, as a list shows them. */
  readonly snippet: string;
  /** What there is more of than is shown. */
  readonly cuts: readonly ContentCut[];
}

/** Of what a message has more than the inbox shows. */
export interface ContentCut {
  readonly what: "attachments" | "headers" | "addresses";
  /** How many there are. */
  readonly count: number;
  /** How many are shown. */
  readonly shown: number;
}

/** Parses a message and cuts it down to what is shown. Never throws. */
export function readContent(raw: Uint8Array): MessageContent {
  const message = parseMessage(raw);
  const cuts: ContentCut[] = [];
  function cut<Item>(what: ContentCut["what"], items: readonly Item[], shown: number) {
    if (items.length <= shown) return items;
    cuts.push({ what, count: items.length, shown });
    return items.slice(0, shown);
  }
  const addresses = (list: readonly Address[]) => cut("addresses", list, readLimits.addresses);
  const { length } = fittingHeaders(message.headers);
  const parsed: ParsedMessage = {
    ...message,
    to: addresses(message.to),
    cc: addresses(message.cc),
    replyTo: addresses(message.replyTo),
    subject: message.subject.slice(0, readLimits.headerLength),
    headers: cut("headers", message.headers, length).map(shorten),
    attachments: cut("attachments", message.attachments, readLimits.attachments),
  };
  let snippet: string | undefined;
  return {
    parsed,
    cuts,
    // Anyone who shows no list needs none.
    get snippet() {
      snippet ??= firstWords(parsed);
      return snippet;
    },
  };
}

/** As many headers as are shown, from the first on. */
function fittingHeaders(headers: ParsedMessage["headers"]): ParsedMessage["headers"] {
  const few = headers.slice(0, readLimits.headers);
  let left = readLimits.allHeadersLength;
  const end = few.findIndex(({ name, value }) => {
    left -= name.length + Math.min(value.length, readLimits.headerLength);
    return left < 0;
  });
  return end < 0 ? few : few.slice(0, end);
}

function shorten(header: ParsedMessage["headers"][number]): ParsedMessage["headers"][number] {
  const { name, value } = header;
  const { headerLength } = readLimits;
  if (name.length <= headerLength && value.length <= headerLength) return header;
  return { name: name.slice(0, headerLength), value: `${value.slice(0, headerLength)}…` };
}
