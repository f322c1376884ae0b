import type { DeliveryError, DeliveryStage } from "../errors.ts";

/** Milliseconds that each stage took; a stage that did not happen is left out. */
export type StageTimings = Readonly<Partial<Record<DeliveryStage, number>>>;

/** Why a connection ended. */
export type ConnectionCloseReason =
  /** No one used it for `idleTimeoutMs`. */
  | "idle"
  /** The server ended it between two messages. */
  | "server"
  /** A delivery over it failed. */
  | "fault"
  /** It carried `maxMessagesPerConnection`. */
  | "spent"
  /** The transport was closed. */
  | "closed";

/** What happens in a transport, for logs and metrics. Holds no secret, no body and no recipient. */
export type TransportEvent =
  | {
      readonly type: "connection-opened";
      /** Counts from 1 in each transport. */
      readonly connectionId: number;
      /** `host:port` */
      readonly server: string;
      /** Whether the connection is encrypted. */
      readonly encrypted: boolean;
      readonly timingsMs: StageTimings;
    }
  | {
      readonly type: "connection-failed";
      readonly connectionId: number;
      readonly server: string;
      readonly error: DeliveryError;
    }
  | {
      readonly type: "connection-closed";
      readonly connectionId: number;
      readonly reason: ConnectionCloseReason;
      /** Messages it carried. */
      readonly messageCount: number;
    }
  | {
      readonly type: "attempt";
      readonly messageId: string;
      /** Counts from 1. */
      readonly attempt: number;
      readonly connectionId: number;
      /** Whether the connection had carried a message before. */
      readonly reused: boolean;
    }
  | {
      readonly type: "retry";
      readonly messageId: string;
      /** The attempt that failed. */
      readonly attempt: number;
      /** Milliseconds until the next one; 0 when a connection had gone stale and a new one is opened at once. */
      readonly delayMs: number;
      readonly error: DeliveryError;
    }
  | {
      readonly type: "delivered";
      readonly messageId: string;
      readonly attempt: number;
      readonly connectionId: number;
      readonly sizeBytes: number;
      readonly acceptedCount: number;
      readonly rejectedCount: number;
      /** Of the last attempt. */
      readonly timingsMs: StageTimings;
      /** From the call of `deliver` to the answer, waiting and retries included. */
      readonly totalMs: number;
    }
  | {
      readonly type: "failed";
      readonly messageId: string;
      readonly attempt: number;
      readonly error: DeliveryError;
      readonly totalMs: number;
    };

/** A command of ours or a reply of the server's. */
export interface DialogueLine {
  /** Which connection it was said on, in the order they were begun, from 1. */
  readonly connection: number;
  readonly from: "client" | "server";
  /** Without the final CRLF; a reply may have several lines. Credentials are masked. */
  readonly text: string;
}
