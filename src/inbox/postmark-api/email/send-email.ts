import { randomUUID } from "node:crypto";
import { InvalidMessageError } from "../../../errors.ts";
import { compose } from "../../../transport/compose.ts";
import type { LocalServer } from "../../local-server.ts";
import { type ApiError, inactiveRecipients, toApiError } from "../../postmark/api-errors.ts";
import { toPostmarkDate } from "../postmark-date.ts";
import { PostmarkRefusal, toErrorBody } from "../postmark-refusal.ts";
import { readFields } from "./email-fields.ts";
import { readEmail, type UnsentMessage } from "./read-email.ts";

/** How a message came, and whether it is to go anywhere. */
export interface SendOptions {
  readonly path: string;
  readonly isTest: boolean;
}

/**
 * Sends one message, as JSON.
 *
 * @returns Postmark's answer
 * @throws {PostmarkRefusal} when Postmark would refuse it
 */
export async function sendEmail(server: LocalServer, json: unknown, options: SendOptions) {
  const date = new Date(server.clock.now());
  const message = readEmail(json, date);
  if (options.isTest) return accepted(json, randomUUID(), date, "Test job accepted");
  const { id, at, refusal, inactive } = await server.submit({
    envelope: { from: message.from.address, to: recipientsOf(message) },
    compose: (given) => composeOrRefuse(message, given),
    conversation: [
      { from: "client", text: `POST ${options.path} HTTP/1.1` },
      { from: "server", text: "HTTP/1.1 200 OK" },
    ],
  });
  if (refusal) {
    throw refuse(toApiError(refusal));
  }
  if (id === undefined) {
    throw refuse(inactiveRecipients(inactive));
  }
  // Clients read the addresses out of this text: nothing else in the answer has them.
  const text =
    inactive.length > 0
      ? `Message OK, but will not deliver to these inactive addresses: ${inactive.join(", ")}.`
      : "OK";
  return accepted(json, id, at, text);
}

/** The answer to one message of several: an error is an answer, too. */
export async function sendOneOfBatch(server: LocalServer, json: unknown, options: SendOptions) {
  try {
    return await sendEmail(server, json, options);
  } catch (error) {
    if (error instanceof PostmarkRefusal) return toErrorBody(error);
    throw error;
  }
}

function refuse({ code, message }: ApiError): PostmarkRefusal {
  return new PostmarkRefusal(code, message);
}

function accepted(json: unknown, id: string, at: Date, text: string) {
  const fields = readFields(json);
  const shown = (name: string) => {
    const value = fields.text(name);
    return value ? { [name]: value } : {};
  };
  return {
    ...{ ...shown("To"), ...shown("Cc"), ...shown("Bcc") },
    ...{ SubmittedAt: toPostmarkDate(at), MessageID: id, ErrorCode: 0, Message: text },
  };
}

function recipientsOf({ to, cc, bcc }: UnsentMessage): readonly string[] {
  return [...new Set([...to, ...cc, ...bcc].map(({ address }) => address))];
}

function composeOrRefuse(unsent: UnsentMessage, id: string): Uint8Array {
  // Postmark's own form of a Message-ID.
  const message = { ...unsent, messageId: unsent.messageId ?? `<${id}@mtasv.net>` };
  try {
    // A copy: the bytes may stand in a buffer that others share.
    return new Uint8Array(compose(message).bytes);
  } catch (error) {
    if (error instanceof InvalidMessageError) {
      throw new PostmarkRefusal(300, "The message is larger than 10 MB.", 413);
    }
    throw error;
  }
}
