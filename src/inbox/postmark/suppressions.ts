/** Why Postmark sends no more to an address. @see https://postmarkapp.com/developer/api/suppressions-api */
export type SuppressionReason = "HardBounce" | "SpamComplaint" | "ManualSuppression";

/** An address that a stream sends no more to. */
export interface Suppression {
  readonly stream: string;
  /** In lower case. */
  readonly address: string;
  readonly reason: SuppressionReason;
}

/** Inactive recipients, per stream, as Postmark keeps them. */
export interface Suppressions {
  /** In the order they were added; of one stream or of all. */
  list(stream?: string): readonly Suppression[];
  /** The suppression of an address in a stream, in any case. */
  find(stream: string, address: string): Suppression | undefined;
  /** Suppresses an address. @param options `stream` defaults to "outbound", `reason` to "ManualSuppression" */
  add(
    address: string,
    options?: {
      readonly stream?: string | undefined;
      readonly reason?: SuppressionReason | undefined;
    },
  ): void;
  /** Reactivates an address. @returns whether it was suppressed */
  delete(address: string, options?: { readonly stream?: string | undefined }): boolean;
}

/** Creates an empty list of suppressions. @param defaultStream stream meant where none is named */
export function createSuppressions(defaultStream: string): Suppressions {
  const byKey = new Map<string, Suppression>();
  const toKey = (stream: string, address: string) => `${stream} ${address.toLowerCase()}`;
  return {
    list: (stream) =>
      [...byKey.values()].filter((entry) => stream === undefined || entry.stream === stream),
    find: (stream, address) => byKey.get(toKey(stream, address)),
    add(address, { stream = defaultStream, reason = "ManualSuppression" } = {}) {
      byKey.set(toKey(stream, address), { stream, address: address.toLowerCase(), reason });
    },
    delete: (address, { stream = defaultStream } = {}) => byKey.delete(toKey(stream, address)),
  };
}
