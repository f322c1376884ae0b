/** What came of asking an address. */
export type Answer =
  | {
      /** It answers with what was asked for; `moved`: for good at another address. */
      readonly kind: "answers" | "moved";
      readonly status: number;
      /** Where it was found, without what may be secret in it. */
      readonly address: string;
      /** `image/png`, lower case; empty when not said. */
      readonly type: string;
    }
  /** Only who is logged in gets further: it is there. */
  | { readonly kind: "login"; readonly status: number }
  /** It does not answer, or with an error. */
  | { readonly kind: "fails"; readonly reason: string }
  /** It was not asked, because it is in a private network. */
  | { readonly kind: "private" };

/** Answers by address, as it stands in the HTML. */
export type Answers = ReadonlyMap<string, Answer>;
