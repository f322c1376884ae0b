import type { JsonRecord } from "./json.ts";
import type { ObjectProp } from "./prop-type.ts";

/** What can be edited of an email in one of its variants. */
export interface PropsView {
  readonly id: string;
  /** Slug. */
  readonly variant: string;
  /** As {@link EmailView.revision}: with each change on disk it is asked for anew. */
  readonly revision: number;
  /** The props and their types. */
  readonly type: ObjectProp;
  /** Where the types come from, best first. `values`: guessed from what the variants have. */
  readonly sources: readonly ("schema" | "types" | "values")[];
  /** The variant's own props, with marks for what JSON lacks. */
  readonly values: JsonRecord;
  /** What stands behind each `$keep` mark, by JSON pointer: `a React element <Icon>`. */
  readonly kept: Readonly<Record<string, string>>;
}

/** A variant to write into an email's file. */
export interface SaveVariantRequest {
  readonly emailId: string;
  /** Slug of the variant whose props were edited. */
  readonly variant: string;
  readonly locale: string | null;
  /** As in EmailQuery. */
  readonly props: string | null;
  /** Name of the new variant. */
  readonly name: string;
}

/** Where the new variant is. */
export interface SavedVariant {
  readonly slug: string;
  readonly name: string;
  /** Relative to the project root. */
  readonly file: string;
  /** Line of the new variant, counted from 1. */
  readonly line: number;
}

/** One thing that the email's schema refuses. */
export interface PropIssue {
  /** Names and places from the props down: `["order", "lines", 3, "total"]`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}
