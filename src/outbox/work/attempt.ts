import type { Sender } from "../../sender/sender.ts";
import type { OutboxSettings } from "../settings.ts";
import type { ClaimedMessage } from "./claim.ts";
import { type Outcome, outcomeOfDelivery, outcomeOfError } from "./outcome.ts";

/** Tries to deliver a message that is claimed: its stored bytes, once. Does not throw. */
export async function attempt(
  message: ClaimedMessage,
  sender: Sender,
  settings: OutboxSettings,
  signal: AbortSignal,
): Promise<Outcome> {
  const opened = openBytes(message, settings);
  if (!Buffer.isBuffer(opened)) return opened;
  try {
    const suppressed = await findSuppressed(message, settings);
    const to = message.recipients.filter((address) => !suppressed.has(address.toLowerCase()));
    if (to.length === 0) {
      return {
        kind: "rejected",
        reason: "every recipient is suppressed in its stream",
        refused: [],
      };
    }
    if (signal.aborted) {
      return { kind: "released", reason: "the worker ends", isChannelFault: false };
    }
    return await deliver(message, opened, to, sender, signal);
  } catch (error) {
    // What says who is suppressed does not answer; nothing was sent.
    const reason = `the suppressions cannot be asked: ${error instanceof Error ? error.message : error}`;
    return { kind: "retry", reason, refused: [], remaining: [] };
  }
}

async function deliver(
  message: ClaimedMessage,
  bytes: Buffer,
  to: readonly string[],
  sender: Sender,
  signal: AbortSignal,
): Promise<Outcome> {
  const { metadata_key: key, metadata_value: value } = message;
  try {
    const delivery = await sender.transport.deliverComposed?.(
      {
        ...{ bytes, to, from: message.envelope_from, messageId: message.message_id },
        metadataId: key === null ? undefined : { key, value: value ?? message.id },
      },
      { signal },
    );
    if (delivery) return outcomeOfDelivery(delivery);
    return { kind: "held", reason: "the sender's transport cannot deliver what is composed" };
  } catch (error) {
    return outcomeOfError(error);
  }
}

function openBytes(message: ClaimedMessage, { seal }: OutboxSettings): Buffer | Outcome {
  if (message.bytes === null) return { kind: "held", reason: "its body was purged" };
  try {
    return seal.open(message.bytes, message.id, message.key_id);
  } catch (error) {
    return { kind: "held", reason: error instanceof Error ? error.message : String(error) };
  }
}

async function findSuppressed(
  { recipients, stream, suppressed }: ClaimedMessage,
  { suppressions }: OutboxSettings,
): Promise<ReadonlySet<string>> {
  if (suppressions === false) return new Set();
  if (suppressions === undefined) return new Set(suppressed ?? []);
  const found = await suppressions.find(recipients, stream);
  return new Set(found.map(({ address }) => address.toLowerCase()));
}
