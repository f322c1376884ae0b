/** What a server's EHLO reply offers, as far as it is made use of. */
export interface Offers {
  /** Whether commands may be sent before the ones ahead of them are answered. @see RFC 2920 */
  readonly pipelining: boolean;
  /** Whether MAIL may tell the size of a message. @see RFC 1870 */
  readonly size: boolean;
  /** Octets of the largest message it takes; 0 when it does not say. */
  readonly maxSizeBytes: number;
}

/** What a server offers that greets by HELO alone. */
export const noOffers: Offers = { pipelining: false, size: false, maxSizeBytes: 0 };

/** Reads the reply to EHLO: lines joined with a line feed, each with its code. @see RFC 5321 §4.1.1.1 */
export function readOffers(ehlo: string): Offers {
  const size = /^250[ -]SIZE(?: +(\d+))?\s*$/im.exec(ehlo);
  return {
    pipelining: /^250[ -]PIPELINING\s*$/im.test(ehlo),
    size: size !== null,
    maxSizeBytes: Number(size?.[1] ?? 0),
  };
}
