import { InvalidMessageError } from "../errors.ts";
import type { Message } from "../message/message.ts";
import type { ServerSettings } from "./server-settings.ts";

/** Ids that Postmark gives the streams it makes itself. @see https://postmarkapp.com/support/article/1207-how-to-create-and-send-through-message-streams */
const defaultStreams = { transactional: ["outbound"], broadcast: ["broadcast", "broadcasts"] };

/**
 * Checks that stream and host go together, as far as a stream's id tells its type. Postmark would
 * take such a message and let it fail, or go out as transactional mail, without a word on SMTP.
 *
 * @throws {InvalidMessageError} for the field `stream`
 */
export function checkStream(message: Message, server: ServerSettings): void {
  const { stream } = message;
  const { endpoint } = server;
  const refuse = (text: string) => {
    throw new InvalidMessageError([{ field: "stream", message: text }]);
  };
  if (endpoint === "transactional" && stream && defaultStreams.broadcast.includes(stream)) {
    refuse(
      `'stream' is "${stream}", a broadcast stream, but ${server.host} takes transactional mail; use a transport with streamType: "broadcast"`,
    );
  }
  if (endpoint !== "broadcast") return;
  if (stream !== undefined && defaultStreams.transactional.includes(stream)) {
    refuse(
      `'stream' is "${stream}", a transactional stream, but ${server.host} takes broadcasts; use a transport with streamType: "transactional"`,
    );
  }
  if (stream === undefined && !server.streamIsBound) {
    refuse(
      `'stream' is missing, and without it Postmark uses the transactional stream; name the broadcast stream`,
    );
  }
}
