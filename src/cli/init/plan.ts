/** One change. */
export type Step =
  | {
      readonly kind: "file";
      /** Relative to the app. */
      readonly file: string;
      readonly about: string;
      readonly content: string;
    }
  | { readonly kind: "email"; readonly about: string; readonly emails: string }
  | { readonly kind: "run"; readonly about: string; readonly command: string };

/** What is to be done, and what is to be said. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly remarks: readonly string[];
}
