/** What an export of a file is, as far as the file's text tells. */
export type ExportVerdict =
  | { readonly kind: "email"; readonly declaredId?: DeclaredId | undefined }
  | { readonly kind: "other"; readonly reason: string }
  /** What another file exports. */
  | { readonly kind: "elsewhere"; readonly specifier: string; readonly name: string };

/** The `id` that an email is defined with, where it is written out. */
export interface DeclaredId {
  readonly value: string;
  /** Counts from 1. */
  readonly line: number;
  /** Counts from 1. */
  readonly column: number;
}

/** What a file exports that may be an email. */
export interface FileExports {
  /** `undefined` where there is no default export. */
  readonly standard: ExportVerdict | undefined;
  /** Named exports that have `PreviewProps` or are made by `defineEmail`, in their order. */
  readonly named: ReadonlyMap<string, ExportVerdict>;
}
