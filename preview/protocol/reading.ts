import type { SourcePlace } from "./source-place.ts";

/** An email as the complete message that would leave. */
export interface MimeMessage {
  /** RFC 5322 text, each character one octet; CRLF line ends. Without Bcc, and never with a token. */
  readonly mime: string;
  /** Octets of the whole. */
  readonly sizeBytes: number;
  /** Octets of the header section. */
  readonly headerBytes: number;
  /** In their order; folded lines joined, nothing decoded. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly sizeBytes: number;
  }[];
}

/** A place in the project's files where an element is written. */
export interface ElementPlace {
  /** `Button`, or `td`. */
  readonly name: string;
  readonly place: SourcePlace;
  /** Index of the place where the component is used that this is written in; null: the email's own. */
  readonly usedAt: number | null;
}

/** An email rendered once more, its elements marked with the places that they come from. */
export interface LocatedEmail {
  /** As it is sent, but for `data-letterpress-place`: an index into `places`. */
  readonly html: string;
  readonly places: readonly ElementPlace[];
  /** The project's files that `places` name, by path. */
  readonly files: Readonly<Record<string, string>>;
}
