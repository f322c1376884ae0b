import type { FindingCount } from "./checks.ts";
import type { EmailList, EmailQuery, EmailView } from "./emails.ts";
import type { InboxSummary } from "./inbox.ts";
import type { Project } from "./project.ts";

/** What the server tells by itself. */
export type ServerEvent =
  /** The list changed: an email, or a file that holds none, was added, renamed or deleted. */
  | ({ readonly type: "emails" } & EmailList)
  /** The file of this email was saved. */
  | { readonly type: "edited"; readonly id: string; readonly modifiedAt: number }
  /** The email has one more save in its history, or the renders of the last one are there. */
  | { readonly type: "history"; readonly id: string }
  /** These emails may render anew. `null`: any of them. */
  | { readonly type: "changed"; readonly ids: readonly string[] | null }
  /** The findings of an email were counted. */
  | { readonly type: "counted"; readonly count: FindingCount }
  | {
      readonly type: "received";
      readonly message: InboxSummary;
      readonly evicted: readonly string[];
    }
  /** Messages deleted by hand or cleared. `null`: all. */
  | { readonly type: "removed"; readonly ids: readonly string[] | null }
  /** Messages that were read, or are to be read again. */
  | { readonly type: "marked"; readonly ids: readonly string[]; readonly read: boolean }
  /** Something changed in the outbox that Activity shows. */
  | { readonly type: "activity" }
  /** A phone was let in, or all were sent away. */
  | { readonly type: "phone" }
  /** The app itself was built anew, as happens while one works on it: the page loads again. */
  | { readonly type: "reload" };

/** Body of every answer that is not 2xx. */
export interface ApiError {
  readonly error: string;
}

/**
 * What the served page carries as `<script type="application/json" id="letterpress-state">`, so
 * that the first paint needs no request. `<` in it is escaped as `\u003c`.
 */
export interface InitialState {
  readonly project: Project;
  readonly list: EmailList;
  /** The email that the URL names. Null on other pages and when unknown. */
  readonly shown: { readonly query: EmailQuery; readonly view: EmailView } | null;
}
