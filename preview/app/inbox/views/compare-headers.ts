import type { MessageHeader } from "../../../protocol/index.ts";

/** A header as it was sent and as it is delivered. */
export interface ComparedHeader {
  readonly name: string;
  /** Null when Postmark adds it. */
  readonly sent: string | null;
  /** Null when Postmark strips it. */
  readonly delivered: string | null;
}

/** Pairs the headers that were sent, in their order, with those that are delivered; added ones come last. */
export function compareHeaders(
  sent: readonly MessageHeader[],
  delivered: readonly MessageHeader[],
): readonly ComparedHeader[] {
  const left = [...delivered];
  const take = (fits: (header: MessageHeader) => boolean): string | null => {
    const at = left.findIndex(fits);
    return at < 0 ? null : (left.splice(at, 1)[0]?.value ?? null);
  };
  const isSame = (one: MessageHeader, other: MessageHeader) =>
    one.name.toLowerCase() === other.name.toLowerCase();
  // What stays as it is finds its like first, so that only the rest can have been replaced.
  const kept = sent.map((header) =>
    take((one) => isSame(one, header) && one.value === header.value),
  );
  const pairs = sent.map(({ name, value }, place) => ({
    name,
    sent: value,
    delivered: kept[place] ?? take((one) => isSame(one, { name, value })),
  }));
  return [...pairs, ...left.map(({ name, value }) => ({ name, sent: null, delivered: value }))];
}
