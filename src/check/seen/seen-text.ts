import type { Color } from "../document/color.ts";

/** Text of one element, as a browser shows it. */
export interface SeenText {
  /** Of the element, among all of the document. */
  readonly index: number;
  readonly fontSizePx: number;
  readonly fontWeight: number;
  /** Of the letters, as they come out where the ground is the worst for them. */
  readonly color: Color;
  /** That ground: what the browser draws behind them, pictures and gradients too. */
  readonly ground: Color;
}

/** A picture, as a browser shows it. */
export interface SeenImage {
  /** Of the element, among all of the document. */
  readonly index: number;
  /** The most contrast that any of it has to what is around it, from 1 to 21. */
  readonly contrast: number;
}

/** Texts and pictures of an email, as a browser shows them: light, and where it asks for dark. */
export interface SeenTexts {
  /** How many elements the document has: where it is another document, nothing is known. */
  readonly elementCount: number;
  readonly light: readonly SeenText[];
  readonly dark: readonly SeenText[];
  /** Those that are loaded: of the project, or in the mail. */
  readonly lightImages: readonly SeenImage[];
  readonly darkImages: readonly SeenImage[];
}
