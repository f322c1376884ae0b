import { writeFile } from "node:fs/promises";
import { isDeliveryError } from "../../errors.ts";
import type { Message } from "../../message/message.ts";
import { compose } from "../../transport/compose.ts";
import { standardOutput } from "../send-arguments.ts";
import { describeFailure, type OpenTarget } from "./open-target.ts";

/** Writes a message as it would leave, without a Bcc. */
export async function writeMessage(message: Message, file: string): Promise<void> {
  const { bytes } = compose(message);
  if (file !== standardOutput) await writeFile(file, bytes);
  else await new Promise((resolve) => process.stdout.write(bytes, resolve));
}

/** Sends one message and tells what became of it. @returns the exit code */
export async function sendOne(
  message: Message,
  target: OpenTarget,
  { json }: { readonly json: boolean },
): Promise<number> {
  const stream = message.stream ?? target.stream;
  try {
    const delivery = await target.transport.deliver({ ...message, stream });
    const { messageId, accepted, rejected } = delivery;
    if (json) {
      console.log(JSON.stringify({ state: "accepted", messageId, accepted, rejected }));
    } else {
      console.log(`Taken by ${target.name} for ${accepted.join(", ")}: ${message.subject}`);
      console.log(`  ${messageId}`);
      for (const { address, response } of rejected) {
        console.error(`  not for ${address}: ${response}`);
      }
    }
    return rejected.length > 0 ? 1 : 0;
  } catch (error) {
    const reason = describeFailure(error, target);
    const state = isDeliveryError(error) && error.outcome === "unknown" ? "unknown" : "failed";
    const { messageId } = message;
    if (json) console.log(JSON.stringify({ state, messageId, message: reason }));
    console.error(reason);
    if (state === "unknown") {
      console.error(`It may have been sent; look it up by its Message-ID ${messageId}`);
    }
    return 1;
  }
}
