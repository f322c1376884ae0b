/**
 * Where in the SMTP dialogue a fault strikes.
 *
 * `connect`: in place of the greeting. `tls`: at STARTTLS. `auth`, `mail`, `rcpt`, `data`: at the
 * command. `body`: when the first octets of the message have come. `final-dot`: when all have.
 */
export type FaultStage =
  | "connect"
  | "tls"
  | "auth"
  | "mail"
  | "rcpt"
  | "data"
  | "body"
  | "final-dot";

/** What a {@link Fault} looks at. */
export interface FaultFacts {
  readonly stage: FaultStage;
  /** MAIL FROM, from the stage `mail` on; else empty. */
  readonly from: string;
  /** At `rcpt` the one recipient in question, after it all that were taken; else empty. */
  readonly to: readonly string[];
}

/** When a fault strikes: all that is given must hold. */
export interface FaultCondition {
  readonly stage: FaultStage;
  /** A recipient: the whole address, in any case, or a pattern. */
  readonly to?: string | RegExp | undefined;
  /** The sender: the whole address, in any case, or a pattern. */
  readonly from?: string | RegExp | undefined;
  /** Whatever else decides. Make it depend on the facts alone, so that a run can be repeated. */
  readonly if?: ((facts: FaultFacts) => boolean) | undefined;
  /** Strikes at this match only, counted from 1. @default every match */
  readonly nth?: number | undefined;
  /** Strikes at the first so many matches. @default every match */
  readonly first?: number | undefined;
  /** Strikes at each so-manieth match. @default every match */
  readonly every?: number | undefined;
}

/** What happens. An empty action is no fault and shields from the rules behind it. */
export interface FaultAction {
  /** Milliseconds to wait before the answer; `Infinity` never answers. @default 0 */
  readonly delayMs?: number | undefined;
  /** Reply code, 400 to 599, in place of the usual one; 421 also ends the connection. Not at `body`. */
  readonly reply?: number | undefined;
  /** Text of the reply. @default "Fault on purpose" */
  readonly text?: string | undefined;
  /** Cuts the connection without an answer; at `tls` after the 220, so that the handshake breaks. */
  readonly drop?: boolean | undefined;
  /** At `tls`: answers the handshake with octets that are not TLS. */
  readonly garbage?: boolean | undefined;
  /** At `final-dot`: whether the message is stored. @default false with `reply`, else true */
  readonly stored?: boolean | undefined;
}

/** A thing that goes wrong on purpose. */
export interface Fault {
  readonly when: FaultCondition;
  readonly do: FaultAction;
}
