/**
 * How a thing stands. `warning`: mail goes out, and something is worth changing. `error`: mail fails
 * or is filed as spam. `unknown`: it could not be looked at. `skipped`: it needs something that was not given.
 */
export type ResultStatus = "ok" | "warning" | "error" | "unknown" | "skipped";

/** Which part of the screen a result stands in. */
export type ResultGroup = "configured" | "reachable" | "dns" | "postmark" | "account" | "received";

/** A DNS record, as it is published. */
export interface DnsRecord {
  readonly type: "TXT" | "CNAME" | "MX";
  readonly name: string;
  readonly value: string;
}

/** What one check found. Holds no token and no address of a recipient. */
export interface DoctorResult {
  /** Stable, for scripts and for comparing two runs: `dmarc`, `port-587`. */
  readonly id: string;
  readonly group: ResultGroup;
  readonly status: ResultStatus;
  /** What was looked at: "DMARC". */
  readonly subject: string;
  readonly message: string;
  /** What to change, where something is to be. */
  readonly fix?: string | undefined;
  /** The record to publish, where that is the fix. */
  readonly record?: DnsRecord | undefined;
}

/** What a check says of its subject; the rest of a result is the same for all that it says. */
export type Said = Pick<DoctorResult, "status" | "message" | "fix" | "record">;
