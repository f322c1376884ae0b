import type { ComponentFrame, ConsoleLine } from "./console.ts";
import type { PropIssue } from "./props/props.ts";
import type { SourcePlace } from "./source-place.ts";

/** One row of the sidebar. The tree follows from the ids. */
export interface EmailSummary {
  /** Path below the emails folder without its ending: `orders/order-confirmation`. */
  readonly id: string;
  /** File relative to the project root, with forward slashes. */
  readonly file: string;
  /** Last change on disk, ms since the epoch. */
  readonly modifiedAt: number;
  /** Which export of the file it is. Left out when it is the default one. */
  readonly exportName?: string;
}

/** A source file of the emails folder that holds no email. */
export interface PassedOverFile {
  /** Relative to the project root, with forward slashes. */
  readonly file: string;
  /** Why, as a sentence without its end: `its default export is an object`. */
  readonly reason: string;
}

/** What the emails folder holds. */
export interface EmailList {
  /** Sorted by id. */
  readonly emails: readonly EmailSummary[];
  /** Sorted by path. */
  readonly passedOver: readonly PassedOverFile[];
  /** Whether the folder is there. */
  readonly folderExists: boolean;
}

/** A named state of an email. */
export interface Variant {
  /** As the author wrote it: `forty lines`. */
  readonly name: string;
  /** As the URL has it: `forty-lines`. */
  readonly slug: string;
}

/** One email in one state: what is asked for. */
export interface EmailQuery {
  readonly id: string;
  /** Slug. */
  readonly variant: string;
  /** One of the email's locales; wins over what the props say. Null: as the props say. */
  readonly locale: string | null;
  /** What was edited: a JSON merge patch (RFC 7396) over the variant's props. Null: nothing. */
  readonly props: string | null;
}

/** One email in one state. */
export interface EmailView {
  readonly id: string;
  readonly file: string;
  /** Empty when the module did not load. The first is `default`. */
  readonly variants: readonly Variant[];
  /** Slug of the variant shown; the default one when the asked one does not exist. */
  readonly variant: string;
  /** Those that the email declares. Empty when it has none or did not load. */
  readonly locales: readonly string[];
  /** Grows with every change on disk that touches this email. */
  readonly revision: number;
  readonly result: RenderSuccess | RenderFailure;
  /** What the email wrote to the console while it loaded and rendered; the first hundred lines. */
  readonly console?: readonly ConsoleLine[];
}

/** The email as it would leave. */
export interface RenderSuccess {
  readonly status: "rendered";
  readonly subject: string;
  /** What an inbox shows behind the subject. */
  readonly preheader: string;
  /** `Shop <orders@shop.example>`. */
  readonly from: string;
  readonly html: string;
  readonly text: string;
  /** Octets of the HTML in UTF-8. */
  readonly htmlBytes: number;
  /** Time the render took, ms. */
  readonly renderMs: number;
  /** What did not stop the render, but should be looked at. */
  readonly warnings?: readonly RenderRemark[];
}

/** Something that a render left as it was, or left out. */
export interface RenderRemark {
  readonly code: string;
  readonly message: string;
  /** The component that wrote the element, innermost of the author's own, where known. */
  readonly component?: string;
  /** Where in the project it is written, where known. */
  readonly place?: SourcePlace;
}

/** The email does not load or render. */
export interface RenderFailure {
  readonly status: "failed";
  /** `load`: the module; `render`: the component or the subject. */
  readonly phase: "load" | "render";
  readonly message: string;
  /** Where it struck, if it could be told; relative to the project root. Counted from 1. */
  readonly location: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  } | null;
  /** Lines around it, the line itself marked with `>`. */
  readonly codeFrame: string | null;
  /** Stack lines in project files first, mapped to the source. */
  readonly stack: readonly string[];
  /** React's component stack, innermost first, as far as it is in files of the project. */
  readonly components?: readonly ComponentFrame[];
  /** Whether it was ended because it did not end by itself. */
  readonly endless?: boolean;
  /** What the email's schema refuses of the props, when that is why it does not render. */
  readonly issues?: readonly PropIssue[];
  /** The last result of this variant that was good, to show behind the error. */
  readonly lastGood: RenderSuccess | null;
}

/** The template as it is on disk. */
export interface SourceFile {
  readonly file: string;
  readonly code: string;
}
