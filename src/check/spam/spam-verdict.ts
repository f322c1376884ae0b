/** A test of SpamAssassin that a mail met. */
export interface SpamTest {
  /** `US_DOLLARS_3`. */
  readonly name: string;
  /** Below 0 it speaks for the mail. */
  readonly points: number;
  /** In SpamAssassin's words; empty where it has none. */
  readonly description: string;
}

/** What SpamAssassin says of a mail, without what it says of any mail that is composed here. */
export interface SpamVerdict {
  /** The sum of its tests, to a tenth. */
  readonly points: number;
  /** Those that count, the most points first. */
  readonly tests: readonly SpamTest[];
}

/** From so many points on it is worth knowing. */
export const notablePoints = 1;
