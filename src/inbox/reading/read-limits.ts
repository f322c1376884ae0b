/**
 * What the inbox shows of one message, so that no message can fill a list, an answer or the memory
 * out of proportion to its size. What is left out stays in the raw message, and a problem says so.
 */
export const readLimits = {
  /** Attachments, of all depths. */
  attachments: 1_000,
  /** Header fields. */
  headers: 1_000,
  /** Characters of one header's value. */
  headerLength: 100_000,
  /** Characters of all headers. */
  allHeadersLength: 1_000_000,
  /** Addresses in each of To, Cc and Reply-To. */
  addresses: 1_000,
} as const;

/** A message of so many octets is read at once, in the thread that took it: it takes a few ms at most. */
export const smallMessageBytes = 64 * 1024;

/** How long reading one message may take, ms; then it is kept as it came. */
export const readDeadlineMs = 10_000;

/** Heap that reading one message may take, MiB: the largest, whose every line is a part, needs half. */
export const readMemoryMb = 512;
