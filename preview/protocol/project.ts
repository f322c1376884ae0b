/** Facts that hold for the whole session. */
export interface Project {
  /** The package's name, or the folder's. */
  readonly name: string;
  /** Folder of the emails, relative to the project: `emails`. */
  readonly emailsFolder: string;
  /** Where Send goes, in words that a person reads before pressing it. */
  readonly send: SendTarget;
}

/** Where the Send button sends. */
export interface SendTarget {
  readonly kind: "inbox" | "postmark";
  /** `smtp://127.0.0.1:2525`, or the host for Postmark. Holds no credentials. */
  readonly address: string;
  /** Default recipient of a test send. */
  readonly to: string;
}
