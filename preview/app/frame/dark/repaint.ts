import { type Colour, contrast, lightness, over, withLightness } from "./colour.ts";

/** How a client makes an email dark that says nothing of it, or is not asked. */
export type Inversion = "partial" | "full";

/** The colours of an element. */
export interface Paint {
  readonly text: Colour;
  /** Of its own background; its alpha is 0 where it has none. */
  readonly ground: Colour;
}

/** The table under an email: what shows where the email paints nothing. */
export const darkTable: Record<Inversion, Colour> = {
  // Outlook.com's reading pane.
  partial: { r: 51, g: 51, b: 51, a: 1 },
  full: { r: 0, g: 0, b: 0, a: 1 },
};

/** Lightness of `#333333`, the darkest that Outlook.com makes of a ground. */
const outlookBase = 21.247;

/** Text of less contrast is repainted: what WCAG 2.2 asks of small text. */
const leastContrast = 4.5;

/**
 * What a client makes of an element's colours. Both keep the hue and move the lightness in CIELAB.
 *
 * `partial` is Outlook.com. Known: a ground is made darker, a text is changed until its contrast to
 * its ground suffices, all else stays (hteumeuleu.com, 2019, "Dealing with Outlook.com's Dark
 * Mode"); a light colour is mapped into the range above `#333` by the formula of Microsoft's own
 * editor (microsoft/roosterjs, `getDarkColor`). Guessed: where "light" begins (the middle of the
 * range), that 4.5 is contrast enough, and that a text is held against the ground that it is seen
 * on, whichever element paints it.
 *
 * `full` is Gmail on iOS. Known: black on white becomes white on black, and white on black becomes
 * black on white, whatever the author says of dark mode (hteumeuleu.com, 2021, "Fixing Gmail's dark
 * mode issues with CSS Blend Modes"; it says too that no one knows how it is calculated). Guessed:
 * that what lies between is turned about the middle of its lightness.
 *
 * @param below the repainted colour that the element lies on; opaque
 */
export function repaint(inversion: Inversion, { text, ground }: Paint, below: Colour): Paint {
  if (inversion === "full") return { text: turn(text), ground: turn(ground) };
  const dark = lightness(ground) > 50 ? darken(ground) : ground;
  return { text: makeReadable(text, over(dark, below)), ground: dark };
}

/** Turns a colour about the middle of its lightness. */
export function turn(colour: Colour): Colour {
  return withLightness(colour, 100 - lightness(colour));
}

function darken(colour: Colour): Colour {
  const share = (100 - outlookBase) / 100;
  return withLightness(colour, (100 - lightness(colour)) * share + outlookBase);
}

function makeReadable(text: Colour, ground: Colour): Colour {
  if (contrast(over(text, ground), ground) >= leastContrast) return text;
  const lit = darken(text);
  return contrast(over(lit, ground), ground) > contrast(over(text, ground), ground) ? lit : text;
}
