import type { SourcePlace } from "./source-place.ts";

/** How bad a finding is: no one may send it; someone will notice; worth knowing. */
export type FindingSeverity = "error" | "warning" | "info";

/** An element that a finding is about. */
export interface MarkedElement {
  /** `a`, lower case. */
  readonly name: string;
  /** Position among all elements of the HTML as a browser parses it, from 0. */
  readonly index: number;
  /** Its open tag, cut to a readable length. */
  readonly tag: string;
}

/** Something that a reader of an email would meet, and what to do about it. */
export interface ShownFinding {
  /** The same for the same fault in another state of the email. */
  readonly key: string;
  /** Name of the rule: `image-alt`. */
  readonly rule: string;
  readonly severity: FindingSeverity;
  /** What is wrong, as one sentence without its end. */
  readonly message: string;
  /** What it was seen by. */
  readonly evidence: string;
  /** What to do. */
  readonly advice: string;
  /** Which part of the message it is in. */
  readonly part: "html" | "text" | "subject" | "preheader" | "message";
  /** Every element of this state that has the fault. */
  readonly elements: readonly MarkedElement[];
  /** Families of mail clients that show it; empty: all of them. */
  readonly clients: readonly string[];
  /** Where it is written, as far as that could be told. */
  readonly place: SourcePlace | null;
  /** The component or element that is written there. */
  readonly component: string | null;
  /** Whether it follows from an estimate. */
  readonly isEstimate: boolean;
  /** What the change does that is certain to be right, as `Add alt=""`; null: there is none. */
  readonly fix: string | null;
}

/** What emails are checked for. */
export interface CheckScope {
  /** Rules that are on. */
  readonly ruleCount: number;
  /** Families of mail clients that count. */
  readonly clients: readonly string[];
  /** When the data of what clients support was last changed: `2025-09-09`. */
  readonly supportDate: string;
  /** Rules that the project switched off, and where. */
  readonly off: readonly { readonly rule: string; readonly place: SourcePlace | null }[];
}

/** What is wrong with an email in one state. */
export interface EmailFindings {
  readonly id: string;
  /** Slug of the variant that was checked. */
  readonly variant: string;
  /** As {@link EmailView.revision}. */
  readonly revision: number;
  /** `unchecked`: the state does not render. */
  readonly status: "checked" | "unchecked";
  /** The worst first. */
  readonly findings: readonly ShownFinding[];
  /** Comments of the sources that let a finding pass here. */
  readonly allowed: readonly SourcePlace[];
  readonly scope: CheckScope;
}

/** In which states of an email a fault is. */
export interface FindingSpread {
  /** Names, as the author wrote them. */
  readonly variants: readonly string[];
  /** Those asked for by themselves; empty where the email declares none. */
  readonly locales: readonly string[];
}

/** In which states of an email its faults are. */
export interface EmailSpread {
  readonly revision: number;
  readonly variantCount: number;
  readonly localeCount: number;
  /** Whether all states were checked: an email may have too many. */
  readonly isWhole: boolean;
  /** By the key of a finding. */
  readonly findings: Readonly<Record<string, FindingSpread>>;
}

/** How much was found in the default variant of an email. */
export interface FindingCount {
  readonly id: string;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** It does not load, or does not render. Left out where it does. */
  readonly fails?: "load" | "render";
}

/** What is known so far; the rest is told by events as it is counted. */
export interface FindingCounts {
  readonly counts: readonly FindingCount[];
}

/** Asks for the changes that put findings right. */
export interface FixRequest {
  readonly variant: string;
  readonly locale: string | null;
  /** As in EmailQuery. */
  readonly props: string | null;
  /** Keys of the findings. */
  readonly keys: readonly string[];
  /** The plan that was looked at, which is then written; null: only plan. */
  readonly version: string | null;
}

/** A file before and after its fixes. */
export interface FixedFile {
  /** Relative to the project root. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** What was done, each as a short sentence. */
  readonly titles: readonly string[];
}

/** Changes of the sources. */
export interface FixPlan {
  readonly files: readonly FixedFile[];
  /** Changes at a place that another changes already: for the next time. */
  readonly leftCount: number;
  /** Names exactly this plan. */
  readonly version: string;
  /** What takes them back, once they are written; else null. */
  readonly undo: string | null;
}
