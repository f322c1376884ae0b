import { InvalidMessageError } from "../../errors.ts";
import type { Message } from "../../message/message.ts";
import type { SendInput } from "../../sender/send-input.ts";
import type { Sender } from "../../sender/sender.ts";
import { metadataIdOf } from "../../transport/smtp-fault.ts";
import type { Seal } from "../seal.ts";
import { contentHash, sha256 } from "./content-hash.ts";
import type { EnqueueOptions } from "./enqueue-options.ts";
import { timeOrderedId } from "./time-ordered-id.ts";

/** The stream that Postmark takes where a message names none. */
const defaultStream = "outbound";

/** How a priority stands in the table. */
export const priorityNumbers = { high: 1, normal: 2, low: 3 } as const;

/** A row that is to be inserted, in the form that JSON carries it. */
export interface Draft {
  readonly id: string;
  readonly key: string | null;
  readonly content_hash: string;
  readonly channel: string;
  readonly stream: string;
  readonly priority: number;
  readonly due_at: string | null;
  readonly expires_at: string | null;
  readonly envelope_from: string;
  readonly recipients: readonly string[];
  readonly message_id: string;
  readonly metadata_key: string | null;
  readonly metadata_value: string | null;
  readonly subject: string;
  readonly tag: string | null;
  readonly email: string | null;
  readonly size_bytes: number;
  readonly bytes: string;
  readonly key_id: string | null;
  readonly bytes_hash: string;
}

/** What drafts are made with. */
export interface DraftContext {
  readonly sender: Sender;
  readonly channel: string;
  readonly seal: Seal;
  readonly nowMs: number;
}

/**
 * Renders, checks and composes a message, and makes the row of it. No network, no database.
 *
 * @throws {InvalidMessageError | RenderError} as `send` does
 */
export async function makeDraft(
  input: SendInput<object>,
  options: EnqueueOptions,
  { sender, channel, seal, nowMs }: DraftContext,
): Promise<Draft> {
  const id = timeOrderedId(nowMs);
  const message = await sender.prepare(input, { id, signal: options.signal });
  const composed = sender.transport.compose?.(message);
  if (!composed) throw new TypeError("Cannot enqueue: the sender's transport cannot compose");
  const isOwnMessageId = input.messageId !== undefined;
  const metadataId = metadataIdOf(message);
  const isSealed = seal.keyId !== undefined;
  return {
    id,
    key: options.key ?? null,
    content_hash: contentHash(message, metadataId?.value ?? id, isOwnMessageId).toString("hex"),
    channel,
    stream: message.stream ?? defaultStream,
    priority: priorityNumbers[options.priority ?? "normal"],
    due_at: options.sendAt?.toISOString() ?? null,
    expires_at: options.expiresAt?.toISOString() ?? null,
    envelope_from: composed.from,
    recipients: composed.to,
    message_id: message.messageId,
    metadata_key: metadataId?.key ?? null,
    metadata_value: metadataId && metadataId.value !== id ? metadataId.value : null,
    // A subject may hold what a body holds, such as a code.
    subject: isSealed ? "" : message.subject,
    tag: message.tag ?? null,
    email: options.emailId ?? emailIdOf(input) ?? null,
    size_bytes: composed.bytes.length,
    bytes: seal.close(composed.bytes, id).toString("base64"),
    key_id: seal.keyId ?? null,
    bytes_hash: sha256(composed.bytes).toString("hex"),
  };
}

/** A bare component has no id. */
function emailIdOf({ email }: SendInput<object>): string | undefined {
  return email && "id" in email && typeof email.id === "string" ? email.id : undefined;
}

/**
 * The inputs of one message for each recipient: each is written to that recipient alone.
 *
 * @throws {InvalidMessageError} when it has copies, which could be written to no one alone
 */
export function splitByRecipient<Input extends Pick<Message, never> & { to?: unknown }>(
  input: Input,
): readonly { readonly to: unknown; readonly input: Input }[] {
  const { cc, bcc } = input as { cc?: unknown; bcc?: unknown };
  const hasSome = (list: unknown) => (Array.isArray(list) ? list.length > 0 : list !== undefined);
  if (hasSome(cc) || hasSome(bcc)) {
    const field = hasSome(cc) ? "cc" : "bcc";
    throw new InvalidMessageError([
      {
        field,
        message: `'${field}' has no meaning where each recipient gets a message; leave it out`,
      },
    ]);
  }
  const list = Array.isArray(input.to) ? input.to : [input.to];
  return list.map((to) => ({ to, input: { ...input, to } }));
}
