/** One declaration of a `style` attribute. */
export interface Declared {
  /** As written: Outlook.com reads `Margin`, which browsers take for `margin`. */
  readonly name: string;
  readonly value: string;
}
