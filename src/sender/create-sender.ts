import { randomUUID } from "node:crypto";
import { systemClock } from "../clock.ts";
import { DeliveryError, isMailError } from "../errors.ts";
import type { Message } from "../message/message.ts";
import { isEmail } from "../template/define-email.ts";
import type { Delivery } from "../transport/transport.ts";
import { checkSenderOptions } from "./check-defaults.ts";
import type { LooseInput } from "./content-form.ts";
import { prepareMessage } from "./prepare-message.ts";
import { sendMany } from "./send-many.ts";
import { createSendTrace, type SendTrace } from "./send-trace.ts";
import type { Sender, SenderOptions, SendOptions } from "./sender.ts";
import type { SenderEvent } from "./sender-event.ts";

/**
 * Creates the sender that an app shares. It connects when it has something to send.
 *
 * @throws {TypeError} when an option is wrong
 * @example
 * const sender = createSender({
 *   transport: createPostmarkTransport({ serverToken }),
 *   from: "Shop <orders@shop.example>",
 * });
 */
export function createSender(options: SenderOptions): Sender {
  checkSenderOptions(options);
  const { transport, clock = systemClock, onEvent } = options;
  const emit = (event: SenderEvent) => tell(onEvent, event);

  const trace = (input: LooseInput) => {
    const emailId = isEmail(input.email) ? input.email.id : undefined;
    return createSendTrace({ sendId: randomUUID(), emailId, clock, emit });
  };
  const prepare = async (input: LooseInput, current: SendTrace, signal?: AbortSignal) => {
    try {
      signal?.throwIfAborted();
      const message = await prepareMessage(input, { options, trace: current, signal });
      current.validated(message);
      return message;
    } catch (error) {
      throw signal?.aborted && !isMailError(error) ? abortedBeforeNetwork(signal) : error;
    }
  };
  const send = async (input: LooseInput, { signal }: SendOptions = {}): Promise<Delivery> => {
    const current = trace(input);
    try {
      const message = await prepare(input, current, signal);
      const delivery = await transport.deliver(message, { signal });
      current.sent(delivery);
      return delivery;
    } catch (error) {
      current.failed(error);
      throw error;
    }
  };

  return {
    send: (input, sendOptions) => send(input as LooseInput, sendOptions),
    sendMany: (inputs, manyOptions = {}) =>
      sendMany(
        inputs as Iterable<LooseInput>,
        (input) => send(input, { signal: manyOptions.signal }),
        manyOptions,
      ),
    prepare: (input, { signal } = {}): Promise<Message> => {
      const loose = input as LooseInput;
      return prepare(loose, trace(loose), signal);
    },
    verify: (verifyOptions) => transport.verify(verifyOptions),
    close: () => transport.close(),
  };
}

/** A listener that fails must not stop mail, and must not fail unseen either. */
function tell(listener: SenderOptions["onEvent"], event: SenderEvent): void {
  try {
    listener?.(event);
  } catch (error) {
    process.emitWarning(`The sender's 'onEvent' threw: ${String(error)}`, {
      type: "LetterpressWarning",
      code: "LETTERPRESS_ON_EVENT",
    });
  }
}

function abortedBeforeNetwork(signal: AbortSignal): DeliveryError {
  return new DeliveryError("Cannot deliver: the send was aborted before the network was used", {
    kind: "aborted",
    stage: "compose",
    transient: false,
    outcome: "not-sent",
    cause: signal.reason,
  });
}
