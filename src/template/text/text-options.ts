/** How the text part is written. */
export interface TextOptions {
  /**
   * Longest line, in columns of a fixed-width font, 20 and up. A word or an address that is longer
   * stays whole, and so does a row of a table.
   *
   * @default no limit; 72 with `flowed`
   */
  readonly wrap?: number | undefined;
  /**
   * Wraps by RFC 3676, so that a client which knows `format=flowed` can fill the lines again. The
   * part must then be sent with that parameter.
   *
   * @default false
   */
  readonly flowed?: boolean | undefined;
}

/** What RFC 3676 §4.2 recommends for generated text. */
const flowedWidth = 72;

/** Narrower than this, a line holds no more than a word. */
const narrowest = 20;

/**
 * The width to wrap at; undefined for no limit.
 *
 * @throws {RangeError} when `wrap` is no whole number from 20
 */
export function resolveWrap({ wrap, flowed }: TextOptions): number | undefined {
  if (wrap === undefined) return flowed ? flowedWidth : undefined;
  if (!Number.isInteger(wrap) || wrap < narrowest) {
    throw new RangeError(`text.wrap must be a whole number from ${narrowest}, not ${wrap}`);
  }
  return wrap;
}
