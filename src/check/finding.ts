/** How bad a finding is: no one may send it; someone will notice; worth knowing. */
export type Severity = "error" | "warning" | "info";

/** What a rule is about; the docs list the rules by it. */
export type RuleSubject =
  | "document"
  | "leftovers"
  | "client support"
  | "size"
  | "accessibility"
  | "links"
  | "images"
  | "inbox line"
  | "text part"
  | "dark mode"
  | "spam"
  | "transactional sense"
  | "message";

/** Which part of the message a finding is in. */
export type Part = "html" | "text" | "subject" | "preheader" | "message";

/** An element of the HTML, so that it can be found again. */
export interface FoundElement {
  /** `a`, lower case. */
  readonly name: string;
  /** Position among all elements of the document as a browser parses it, from 0. */
  readonly index: number;
  /** Its open tag, cut to a readable length. */
  readonly tag: string;
}

/** A place in the source, counted from 1. */
export interface FindingSource {
  /** As the locator names files: relative to the project under `letterpress check`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The component or element that is written there. */
  readonly component?: string | undefined;
}

/** A change of a source file that puts a finding right. */
export interface Edit {
  /** What it does, as a short sentence: `Add alt=""`. */
  readonly title: string;
  readonly file: string;
  /** UTF-16 offsets into the file as it was read; `start` is `end` for an insertion. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a rule knows to be right, before the source is known. */
export type Fix =
  | {
      readonly kind: "attribute";
      readonly name: string;
      readonly value: string | number;
      /** Others that are written with it, where the element lacks them. */
      readonly with?: Readonly<Record<string, string | number>> | undefined;
    }
  /** Of the element's own tag: the first of some forms that stands there. */
  | {
      readonly kind: "forms";
      readonly forms: readonly (readonly [from: string, to: string])[];
    }
  | { readonly kind: "replace"; readonly from: string; readonly to: string };

/** Where a finding holds. */
export interface FindingPlace {
  readonly part: Part;
  readonly element?: FoundElement | undefined;
  /** Ids; empty where the email has none. */
  readonly emails: readonly string[];
  /** Names of the variants, each once; with several emails as `id: name`. */
  readonly variants: readonly string[];
  readonly locales: readonly string[];
  /** Families of mail clients that show it; empty: all of them. */
  readonly clients: readonly string[];
}

/** Something that a reader of an email would meet, and what to do about it. */
export interface Finding {
  /** Name of the rule: `image-alt`. */
  readonly rule: string;
  readonly subject: RuleSubject;
  readonly severity: Severity;
  /** What is wrong, as one sentence without its end. */
  readonly message: string;
  /** What it was seen by: the value, the measure, the text. */
  readonly evidence: string;
  /** What to do. */
  readonly advice: string;
  readonly where: FindingPlace;
  readonly source?: FindingSource | undefined;
  /** Present where one change is certain to be right. */
  readonly edit?: Edit | undefined;
  /** Whether it follows from an estimate; a browser would know exactly. */
  readonly isEstimate?: boolean | undefined;
  /** What the rule knows to be right. */
  readonly fix?: Fix | undefined;
  /** Texts of the source to look for, most telling first. */
  readonly literals: readonly string[];
  /** Findings of one rule at one place with the same words here are one. */
  readonly same: string;
}
