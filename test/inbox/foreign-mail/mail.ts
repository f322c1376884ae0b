/** What a message was made to say. */
export interface Truth {
  readonly subject: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly files: readonly { readonly filename: string; readonly content: string }[];
}

/** A message as a foreign client could have written it. */
export interface ForeignMail {
  /** What is peculiar about it. */
  readonly features: readonly string[];
  readonly raw: Buffer;
  /** File contents as octets, one a character. */
  readonly truth: Truth;
}
