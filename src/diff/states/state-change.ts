import type { EmailChange } from "../compare-readings.ts";
import type { RenderedEmail } from "../rendered-email.ts";

/** A state of an email, by the names that people know it by. */
export interface StateName {
  readonly id: string;
  /** As the author wrote it. */
  readonly variant: string;
  readonly locale: string | null;
}

/** A state that is not what it was. */
export interface StateChange {
  /**
   * `renamed`: under another name the same, or with `change` nearly so; `broken`: it rendered before
   * and does not now; `repaired`: the other way about.
   */
  readonly kind: "changed" | "added" | "removed" | "renamed" | "broken" | "repaired";
  readonly name: StateName;
  /** What it was called before, where that is another name. */
  readonly formerName?: StateName | undefined;
  /** Whether all of an email came, went or was renamed, and not a variant of it alone. */
  readonly isWholeEmail: boolean;
  readonly change?: EmailChange | undefined;
  /** Why it does not render, or did not. */
  readonly failure?: string | undefined;
  /** Whether parts of it are other ones each time; those were not compared. */
  readonly isVarying: boolean;
  readonly before?: RenderedEmail | undefined;
  readonly after?: RenderedEmail | undefined;
}

/** What became of all emails. */
export interface Comparison {
  /** In the order of the emails. */
  readonly changes: readonly StateChange[];
  /** Those that differ by what differs each time, and by nothing else. */
  readonly varying: readonly StateName[];
  /** Those that render on neither side. */
  readonly failing: readonly StateName[];
  /** How many states there are, those that are gone included. */
  readonly stateCount: number;
  readonly emailCount: number;
  /** How many states each email has, by its id. */
  readonly statesOf: Readonly<Record<string, number>>;
}
