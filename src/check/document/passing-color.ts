import type { CheckedEmail } from "./checked-email.ts";
import { type Color, contrast, parseColor, toHex } from "./color.ts";
import { darkStyles } from "./dark-styles.ts";
import type { EmailElement } from "./element.ts";

/** A little more than is needed, so that rounding does not undo it. */
const margin = 0.05;
const steps = 64;

/**
 * The nearest colour of an element's text that can be read: darker or lighter, of the same hue. Where
 * the email has dark colours of its own, and leaves this one as it is, it can be read there too.
 *
 * @param value as it is declared: only what is written as a colour is known
 * @returns `#6b6b6b`; undefined where there is none, or the text is faded
 */
export function passingColor(
  email: CheckedEmail,
  element: EmailElement,
  value: string,
  needed: number,
): string | undefined {
  const { ground, opacity } = email.styleOf(element);
  const declared = parseColor(value);
  if (!ground || !declared || declared.alpha < 1 || opacity < 1) return undefined;
  const grounds = [ground];
  const dark = darkStyles(email)?.[element.index];
  const isSameInDark = dark && toHex(dark.color) === toHex(declared);
  if (isSameInDark && dark.ground) grounds.push(dark.ground);
  const isFine = (color: Color) => grounds.every((one) => contrast(color, one) >= needed + margin);
  for (let step = 1; step <= steps; step++) {
    for (const end of [0, 255]) {
      const mix = (channel: number) => Math.round(channel + ((end - channel) * step) / steps);
      const { red, green, blue } = declared;
      const color = { red: mix(red), green: mix(green), blue: mix(blue), alpha: 1 };
      if (isFine(color)) return toHex(color);
    }
  }
  return undefined;
}
