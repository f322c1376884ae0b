/** An element's place in the source, and where the component is used that it is written in. */
export interface LocatedPlace {
  /** `Button`, or `td`. */
  readonly name: string;
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
  /** Index into the places; null: the email's own. */
  readonly usedAt: number | null;
}

/** An email rendered with its elements marked by the places that they come from. */
export interface LocatedHtml {
  /** With `data-letterpress-place`, an index into `places`. */
  readonly html: string;
  readonly places: readonly LocatedPlace[];
  /** Sources by name of their file; those of packages are not among them. */
  readonly files: Readonly<Record<string, string>>;
  /** The email's own file, which is among them. */
  readonly emailFile: string;
}
