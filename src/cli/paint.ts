import { styleText } from "node:util";

/** What text is marked as. */
export type Style = Parameters<typeof styleText>[0];

/** Where text goes, as far as colours ask. */
export interface ColorStream {
  readonly isTTY?: boolean | undefined;
}

/**
 * Whether text may have colours: on a terminal, unless `NO_COLOR` is set or the terminal is dumb;
 * `FORCE_COLOR` wins over all of it (`0` and `false` switch off).
 *
 * @see https://no-color.org
 */
export function hasColors(
  { isTTY }: ColorStream,
  { FORCE_COLOR, NO_COLOR, TERM }: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  if (NO_COLOR) return false;
  return isTTY === true && TERM !== "dumb";
}

/** Text in a style, where the stream shows any. */
export function paint(style: Style, text: string, stream: ColorStream = process.stdout): string {
  return hasColors(stream) ? styleText(style, text, { validateStream: false }) : text;
}
