import type { RenderWarning } from "../template/warning.ts";

/** Milliseconds that the steps before the transport took; a step that did not happen is left out. */
export interface PrepareTimings {
  /** Reading attachments from files and streams. */
  readonly attachments?: number | undefined;
  readonly render?: number | undefined;
  readonly validate?: number | undefined;
}

interface SenderEventBase {
  /** One send, from its call to its end; what stands before the `@` of a Message-ID that was not given. */
  readonly sendId: string;
  /** The email's id, where it has one. */
  readonly emailId: string | undefined;
}

/**
 * What happens to a send, for logs and metrics. Holds no address, no subject, no body and no prop.
 * `type` differs from all types of `TransportEvent`, so one listener can take both; `messageId`
 * ties them together.
 */
export type SenderEvent =
  | (SenderEventBase & {
      readonly type: "rendered";
      readonly htmlBytes: number;
      readonly textBytes: number;
      /** What the render warned of, as in `Rendered.warnings`; empty when nothing. */
      readonly warnings: readonly RenderWarning[];
      readonly durationMs: number;
    })
  | (SenderEventBase & {
      /** The message has been checked and goes to the transport next. */
      readonly type: "validated";
      readonly messageId: string;
      readonly stream: string | undefined;
      readonly tag: string | undefined;
      readonly recipientCount: number;
      readonly attachmentCount: number;
      readonly timingsMs: PrepareTimings;
    })
  | (SenderEventBase & {
      /** The transport delivered it to at least one recipient's server. */
      readonly type: "sent";
      readonly messageId: string;
      readonly acceptedCount: number;
      readonly rejectedCount: number;
      /** Waiting for a connection and retries included. */
      readonly deliverMs: number;
      readonly totalMs: number;
    })
  | (SenderEventBase & {
      readonly type: "send-failed";
      /** `undefined` when the message was never made. */
      readonly messageId: string | undefined;
      /** What the caller got: an `InvalidMessageError`, a `RenderError`, a `DeliveryError`. */
      readonly error: unknown;
      readonly totalMs: number;
    });
