import { randomUUID } from "node:crypto";
import { systemClock } from "../clock.ts";
import { DeliveryError } from "../errors.ts";
import type { Message } from "../message/message.ts";
import { createRenderer } from "../template/create-renderer.ts";
import { isEmail } from "../template/define-email.ts";
import type { Delivery } from "../transport/transport.ts";
import { askSuppressions } from "./ask-suppressions.ts";
import { checkSenderOptions } from "./check-defaults.ts";
import type { LooseInput } from "./content-form.ts";
import { streamsOf } from "./plan-attachments.ts";
import { prepareMessage } from "./prepare-message.ts";
import { guardStreams } from "./read-attachments.ts";
import { sendMany } from "./send-many.ts";
import { createSendTrace, type SendTrace } from "./send-trace.ts";
import type { Sender, SenderOptions, SendOptions } from "./sender.ts";
import type { SenderEvent } from "./sender-event.ts";
import { attributesOfDelivery, loadTelemetry, type Telemetry } from "./telemetry.ts";

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
  const { transport, clock = systemClock, onEvent, suppressions } = options;
  const renderer = createRenderer({ clock, ...options.render });
  let loading: Promise<Telemetry> | undefined;
  const telemetry = () => {
    loading ??= loadTelemetry();
    return loading;
  };

  const begin = (input: LooseInput, id?: string) => {
    guardStreams(streamsOf(input.attachments));
    const emailId = isEmail(input.email) ? input.email.id : undefined;
    const emit = (event: SenderEvent) => tell(onEvent, event);
    return createSendTrace({ sendId: id ?? randomUUID(), emailId, clock, emit });
  };
  const prepare = async (input: LooseInput, trace: SendTrace, signal?: AbortSignal) => {
    const spans = await telemetry();
    try {
      const message = await spans.span("letterpress.prepare", {}, () =>
        prepareMessage(input, { options, renderer, trace, signal }),
      );
      trace.validated(message);
      return message;
    } catch (error) {
      throw signal?.aborted ? abortedBeforeNetwork(signal) : error;
    }
  };
  const ask = async (message: Message) =>
    suppressions ? askSuppressions(message, suppressions) : { message, suppressed: [] };
  const send = async (input: LooseInput, { signal }: SendOptions = {}): Promise<Delivery> => {
    const trace = begin(input);
    const spans = await telemetry();
    return spans.span("letterpress.send", { ...trace.attributes }, async (add) => {
      try {
        const prepared = await prepare(input, trace, signal);
        add(attributesOf(prepared));
        const { message, suppressed } = await ask(prepared);
        const delivered = await spans.span("letterpress.deliver", {}, async (addToDeliver) => {
          const result = await transport.deliver(message, { signal });
          addToDeliver(attributesOfDelivery(result));
          return result;
        });
        const rejected = [...suppressed, ...delivered.rejected];
        const delivery = suppressed.length > 0 ? { ...delivered, rejected } : delivered;
        trace.sent(delivery);
        return delivery;
      } catch (error) {
        trace.failed(error);
        throw error;
      }
    });
  };

  return {
    transport,
    send: (input, sendOptions) => send(input as LooseInput, sendOptions),
    sendMany: (inputs, manyOptions = {}) =>
      sendMany(
        inputs as Iterable<LooseInput>,
        (input) => send(input, { signal: manyOptions.signal }),
        manyOptions,
      ),
    prepare: (input, { signal, id } = {}): Promise<Message> => {
      const loose = input as LooseInput;
      return prepare(loose, begin(loose, id), signal);
    },
    verify: (verifyOptions) => transport.verify(verifyOptions),
    close: () => transport.close(),
  };
}

/** What a span may say of a message. Undefined values are left out by OpenTelemetry. */
function attributesOf({ messageId, stream, tag, to, cc, bcc, attachments }: Message) {
  return {
    "letterpress.message_id": messageId,
    "letterpress.stream": stream,
    "letterpress.tag": tag,
    "letterpress.recipient_count": to.length + cc.length + bcc.length,
    "letterpress.attachment_count": attachments.length,
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
