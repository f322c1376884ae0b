import type { Clock } from "../clock.ts";
import { utf8Length } from "../message/characters.ts";
import type { Message } from "../message/message.ts";
import type { Rendered } from "../template/email.ts";
import type { Delivery } from "../transport/transport.ts";
import type { PrepareTimings, SenderEvent } from "./sender-event.ts";

/** Follows one send and tells its events. */
export interface SendTrace {
  readonly sendId: string;
  /** What a span may say before there is a message. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** Runs a step and keeps how long it took. */
  time<Value>(step: keyof PrepareTimings, run: () => Promise<Value>): Promise<Value>;
  rendered(rendered: Rendered): void;
  validated(message: Message): void;
  sent(delivery: Delivery): void;
  failed(error: unknown): void;
}

/** A {@link SendTrace} that begins now. */
export function createSendTrace(options: {
  readonly sendId: string;
  readonly emailId: string | undefined;
  readonly clock: Clock;
  readonly emit: (event: SenderEvent) => void;
}): SendTrace {
  const { sendId, emailId, clock, emit } = options;
  const base = { sendId, emailId };
  const startedAt = clock.now();
  const timings: Partial<Record<keyof PrepareTimings, number>> = {};
  let validatedAt = startedAt;
  let messageId: string | undefined;
  return {
    sendId,
    attributes: { "letterpress.send_id": sendId, "letterpress.email_id": emailId },
    async time(step, run) {
      const stepStartedAt = clock.now();
      const value = await run();
      timings[step] = clock.now() - stepStartedAt;
      return value;
    },
    rendered(rendered) {
      const { html, text, warnings = [] } = rendered;
      emit({
        type: "rendered",
        ...base,
        htmlBytes: utf8Length(html),
        textBytes: utf8Length(text),
        warnings,
        durationMs: timings.render ?? 0,
      });
    },
    validated(message) {
      messageId = message.messageId;
      validatedAt = clock.now();
      const { to, cc, bcc, attachments, stream, tag } = message;
      emit({
        type: "validated",
        ...base,
        messageId,
        stream,
        tag,
        recipientCount: to.length + cc.length + bcc.length,
        attachmentCount: attachments.length,
        timingsMs: { ...timings },
      });
    },
    sent(delivery) {
      const now = clock.now();
      emit({
        type: "sent",
        ...base,
        messageId: delivery.messageId,
        acceptedCount: delivery.accepted.length,
        rejectedCount: delivery.rejected.length,
        deliverMs: now - validatedAt,
        totalMs: now - startedAt,
      });
    },
    failed(error) {
      emit({ type: "send-failed", ...base, messageId, error, totalMs: clock.now() - startedAt });
    },
  };
}
