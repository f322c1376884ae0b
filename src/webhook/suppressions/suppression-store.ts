/** Why an address gets no more mail. `manual`: someone here or in Postmark's account asked for it. */
export type SuppressionReason = "hard-bounce" | "complaint" | "unsubscribe" | "manual";

/** What a suppression or its lifting came from. Nothing of it is needed to act on it. */
export interface SuppressionOrigin {
  /** Id of the webhook, as in `WebhookRecord.id`. */
  readonly webhookId?: string | undefined;
  /** Postmark's id of the message, a UUID. */
  readonly messageId?: string | undefined;
  /** The sender's own id of the message: what stands before the `@` of its Message-ID. */
  readonly correlationId?: string | undefined;
  /** Postmark's word, such as "HardBounce". */
  readonly type?: string | undefined;
  /** Words of the receiving server or of Postmark, in one line. */
  readonly details?: string | undefined;
}

/** One change: an address is suppressed in a stream, or that is lifted. */
export interface SuppressionChange {
  /** In lower case. */
  readonly address: string;
  /** Postmark message stream, such as "outbound". */
  readonly stream: string;
  /** `undefined` lifts the suppression. */
  readonly reason: SuppressionReason | undefined;
  /** When it happened, not when it was told. */
  readonly at: Date;
  readonly origin: SuppressionOrigin;
  /** Whether Postmark's own list has it so: true of what it told, false of what was said here. */
  readonly atPostmark: boolean;
}

/** How an address stands in a stream after all changes that are known. */
export interface SuppressionState extends SuppressionChange {
  /** When the suppression began; the same as `at` where it was lifted. */
  readonly since: Date;
}

/** An address that is suppressed. */
export interface Suppression extends SuppressionState {
  readonly reason: SuppressionReason;
}

/** Which states are meant; all that is said must hold. */
export interface SuppressionFilter {
  /** In any case. */
  readonly address?: string | undefined;
  readonly stream?: string | undefined;
  /** Those that were lifted, too. @default false */
  readonly lifted?: boolean | undefined;
}

/** What a sender asks before it sends. */
export interface SuppressionLookup {
  /** The suppressions of these addresses in a stream, in any order. Case does not count. */
  find(addresses: readonly string[], stream: string): Promise<readonly Suppression[]>;
}

/** Where suppressions are kept, one state for each address and stream. */
export interface SuppressionStore extends SuppressionLookup {
  /**
   * Applies a change by the rules of `mergeSuppression`: webhooks come in any order, and an older
   * change never undoes a newer one.
   *
   * @returns the state after it
   */
  apply(change: SuppressionChange): Promise<SuppressionState>;
  /** The states that fit the filter, by address, then by stream. */
  list(filter?: SuppressionFilter): AsyncIterable<SuppressionState>;
  /** Lets what is under way finish and frees what is held open. May be called twice. */
  close(): Promise<void>;
}
