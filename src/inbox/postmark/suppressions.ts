/** Why Postmark sends no more to an address. @see https://postmarkapp.com/developer/api/suppressions-api */
export type SuppressionReason = "HardBounce" | "SpamComplaint" | "ManualSuppression";

/** Who suppressed an address: the recipient, the one who sends, or Postmark. */
export type SuppressionOrigin = "Recipient" | "Customer" | "Admin";

/** An address that a stream sends no more to. */
export interface Suppression {
  readonly stream: string;
  /** In lower case. */
  readonly address: string;
  readonly reason: SuppressionReason;
  readonly origin: SuppressionOrigin;
  readonly createdAt: Date;
}

/** What is said about a suppression that is added. */
export interface SuppressionInput {
  /** @default "outbound" */
  readonly stream?: string | undefined;
  /** @default "ManualSuppression" */
  readonly reason?: SuppressionReason | undefined;
  /** @default "Customer" for a manual suppression, else "Recipient" */
  readonly origin?: SuppressionOrigin | undefined;
}

/** Inactive recipients, per stream, as Postmark keeps them. */
export interface Suppressions {
  /** In the order they were added; of one stream or of all. */
  list(stream?: string): readonly Suppression[];
  /** The suppression of an address in a stream, in any case. */
  find(stream: string, address: string): Suppression | undefined;
  /** Suppresses an address; one that is suppressed already stays as it is. */
  add(address: string, input?: SuppressionInput): void;
  /** Reactivates an address. @returns whether it was suppressed */
  delete(address: string, options?: { readonly stream?: string | undefined }): boolean;
}

/** Creates an empty list of suppressions. @param defaultStream stream meant where none is named */
export function createSuppressions(
  defaultStream: string,
  clock: { readonly now: () => number },
): Suppressions {
  const byKey = new Map<string, Suppression>();
  const toKey = (stream: string, address: string) => `${stream} ${address.toLowerCase()}`;
  return {
    list: (stream) =>
      [...byKey.values()].filter((entry) => stream === undefined || entry.stream === stream),
    find: (stream, address) => byKey.get(toKey(stream, address)),
    add(address, { stream = defaultStream, reason = "ManualSuppression", origin } = {}) {
      const key = toKey(stream, address);
      // A complaint outweighs what was there: it cannot be taken back.
      if (byKey.has(key) && reason !== "SpamComplaint") return;
      byKey.set(key, {
        ...{ stream, address: address.toLowerCase(), reason },
        origin: origin ?? (reason === "ManualSuppression" ? "Customer" : "Recipient"),
        createdAt: new Date(clock.now()),
      });
    },
    delete: (address, { stream = defaultStream } = {}) => byKey.delete(toKey(stream, address)),
  };
}
