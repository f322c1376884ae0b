/** A place in a file of the project. */
export interface SourcePlace {
  /** Relative to the project root, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}
