import type { ConversationLine, MessageHeader } from "../../protocol/index.ts";

/** Stands where a token stood. */
const mask = "•••• (hidden)";

/** Hides the value of a header that carries a Postmark token; any other stays as it is. */
export function maskToken({ name, value }: MessageHeader): MessageHeader {
  return /^x-postmark-(server|account)-token$/i.test(name)
    ? { name, value: mask }
    : { name, value };
}

/** Writes the mask where the recorder of the dialogue, or the server's own log, left a credential out. */
export function maskLogin({ from, text }: ConversationLine): ConversationLine {
  return { from, text: text.replace("/* secured */", mask) };
}
