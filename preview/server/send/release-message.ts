import type { InboxMessage } from "../../../src/inbox/inbox.ts";
import { parseAddress } from "../../../src/message/address.ts";
import type { ReleaseRequest, SendResult } from "../../protocol/index.ts";
import { describeFailure, recordDialogue, toRejected } from "./describe-failure.ts";
import type { RealServer } from "./real-server.ts";
import { toReleased } from "./released-bytes.ts";

/**
 * Hands a message of the inbox, as it arrived, to the real server, for other recipients than it came
 * for. Never throws: a failure is an answer.
 */
export async function releaseMessage(
  message: InboxMessage,
  { to, target: confirmed }: ReleaseRequest,
  server: RealServer,
): Promise<SendResult> {
  const { lines, onDialogue } = recordDialogue();
  try {
    const { target } = server;
    if (!target) throw new Error(`Cannot release: there is no real server; ${server.problem}`);
    // What the page confirmed must be where it goes: the environment may be another by now.
    if (target.kind !== confirmed) {
      throw new Error(`Cannot release: ${confirmed} is not what the environment names; reload`);
    }
    const composed = {
      bytes: toReleased(message.raw),
      from: message.envelope.from || message.from?.address || "",
      to: [...new Set(to.map(readAddress))],
      messageId: message.messageId ?? "",
    };
    const transport = server.open(onDialogue);
    try {
      const delivery = await transport.deliverComposed?.(composed);
      if (!delivery) throw new Error("Cannot release: the transport sends no stored message");
      const { messageId, accepted, rejected } = delivery;
      return {
        ...{ status: "sent", messageId, accepted, target, inboxId: null },
        rejected: rejected.map(toRejected),
      };
    } finally {
      await transport.close();
    }
  } catch (error) {
    return describeFailure(error, lines);
  }
}

/** @throws {Error} when it is none */
function readAddress(typed: string): string {
  const { address, problem } = parseAddress(typed);
  if (address) return address.address;
  throw new Error(`Cannot release: ${JSON.stringify(typed)} ${problem}`);
}
