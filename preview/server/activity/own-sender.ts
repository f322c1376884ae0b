import type { Message } from "../../../src/message/message.ts";
import type { Sender } from "../../../src/sender/sender.ts";

/**
 * A sender for what is prepared already: emails are rendered in a thread of their own, and what
 * comes from there is a message. It only gets the id of its row in the outbox.
 */
export async function createOwnSender(smtpUrl: string): Promise<Sender> {
  const [{ createSender }, { createPostmarkTransport }] = await Promise.all([
    import("../../../src/sender/create-sender.ts"),
    import("../../../src/transport/postmark-transport.ts"),
  ]);
  const transport = createPostmarkTransport({ url: smtpUrl, retries: 0 });
  const sender = createSender({ transport, from: "preview@localhost.example" });
  return {
    ...sender,
    prepare: async (input, { id } = {}) =>
      id === undefined ? toMessage(input) : withId(toMessage(input), id),
  };
}

function toMessage(input: unknown): Message {
  return input as Message;
}

/** Its Message-ID and the id in its metadata lead back to the row. */
function withId(message: Message, id: string): Message {
  const { messageId, metadata } = message;
  const domain = messageId.slice(messageId.indexOf("@"));
  const before = messageId.slice(1, messageId.indexOf("@"));
  const fields = Object.entries(metadata).map(([key, value]) => [
    key,
    value === before ? id : value,
  ]);
  return { ...message, messageId: `<${id}${domain}`, metadata: Object.fromEntries(fields) };
}
