/** An email as it would leave, in one state. */
export interface RenderedEmail {
  readonly subject: string;
  /** What an inbox shows behind the subject. */
  readonly preheader: string;
  /** `Shop <orders@shop.example>` */
  readonly from: string;
  readonly html: string;
  readonly text: string;
  /** Files of its pictures, by their address in the HTML, as far as the project holds them. */
  readonly pictures?: Readonly<Record<string, Picture>> | undefined;
}

/** A picture that the project holds. */
export interface Picture {
  /** Absolute. */
  readonly file: string;
  /** Two files with the same one are the same. */
  readonly print: string;
}
