/** Something to be done to the files of the emails. */
export type SourceChange =
  | {
      readonly kind: "new-email";
      /** Id: `account/welcome`. */
      readonly path: string;
      readonly starter: "plain" | "list" | "code";
    }
  /** `path`: the id of the copy. */
  | { readonly kind: "duplicate-email"; readonly emailId: string; readonly path: string }
  /** `path`: the new id. */
  | { readonly kind: "rename-email"; readonly emailId: string; readonly path: string }
  | { readonly kind: "delete-email"; readonly emailId: string }
  | {
      readonly kind: "update-variant";
      readonly emailId: string;
      /** Slug. */
      readonly variant: string;
      /** As in EmailQuery. */
      readonly props: string;
    }
  | {
      readonly kind: "rename-variant";
      readonly emailId: string;
      /** Slug. */
      readonly variant: string;
      /** The new name. */
      readonly name: string;
    }
  | {
      readonly kind: "delete-variant";
      readonly emailId: string;
      /** Slug. */
      readonly variant: string;
    };

/** Asks for a change. */
export interface ChangeRequest {
  readonly change: SourceChange;
  /** The plan that was looked at, which is then written; null: only plan. */
  readonly version: string | null;
}

/** A file before and after a change, relative to the project root. */
export interface ChangedFile {
  /** Where it is afterwards; of a deleted one, where it was. */
  readonly file: string;
  /** Where it was, when it moves; else null. */
  readonly movedFrom: string | null;
  /** Null: it is new. */
  readonly before: string | null;
  /** Null: it is deleted. */
  readonly after: string | null;
}

/** What a change does to the files, before or after it was written. */
export interface ChangePlan {
  /** The email's own file first. */
  readonly files: readonly ChangedFile[];
  /** What the change does not take care of, each as a sentence without its end. */
  readonly notes: readonly string[];
  /** Files that were looked through for imports; 0 where that does not matter. */
  readonly searched: number;
  /** Names exactly this plan. */
  readonly version: string;
  /** What takes it back, once it is written; else null. */
  readonly undo: string | null;
  /** The email to look at afterwards; null: it is gone. */
  readonly emailId: string | null;
  /** Slug of the variant to look at afterwards. */
  readonly variant: string | null;
}
