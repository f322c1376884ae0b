import type { CheckedEmail } from "./document/checked-email.ts";
import type { EmailElement } from "./document/element.ts";
import type { Fix, Part, RuleSubject, Severity } from "./finding.ts";
import type { RuleSettings } from "./options.ts";

/** What a rule tells of one fault. */
export interface Fault {
  /** What is wrong, as one sentence without its end. */
  readonly message: string;
  /** What it was seen by. */
  readonly evidence: string;
  /** What to do. */
  readonly advice: string;
  readonly element?: EmailElement | undefined;
  /** @default "html" */
  readonly part?: Part | undefined;
  /** @default the rule's own */
  readonly severity?: Severity | undefined;
  /** Families of mail clients that show it. @default all */
  readonly clients?: readonly string[] | undefined;
  readonly fix?: Fix | undefined;
  readonly isEstimate?: boolean | undefined;
  /** Texts that may stand in the source. @default none */
  readonly literals?: readonly string[] | undefined;
  /** Two faults at one place are one when this is the same. @default the message */
  readonly same?: string | undefined;
}

/** Takes a fault. */
export type Report = (fault: Fault) => void;

/** One thing that may be wrong with an email. A file each in `rules/`, named as users call it. */
export interface Rule {
  /** As the file is called: `image-alt`. */
  readonly name: string;
  readonly subject: RuleSubject;
  /** Unless it or the config says otherwise. */
  readonly severity: Severity;
  /** What it asks for, one sentence. */
  readonly summary: string;
  /** Which reader meets what when it is not so. */
  readonly reason: string;
  /** Where that is known from. */
  readonly source: string;
  /** Whether it has to be switched on. @default false */
  readonly isOff?: boolean | undefined;
  /** Judges an email. Looks at nothing but what it is given. */
  check(email: CheckedEmail, report: Report, settings: RuleSettings): void;
}
