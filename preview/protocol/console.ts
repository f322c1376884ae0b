import type { SourcePlace } from "./source-place.ts";

/** One call of `console.log` and its like while an email loaded or rendered. */
export interface ConsoleLine {
  readonly level: "debug" | "log" | "info" | "warn" | "error";
  /** As a terminal shows it, without colours; long ones are cut. */
  readonly text: string;
  /** Where it was called, if in a file of the project. */
  readonly place: SourcePlace | null;
  /** How often it was written in a row, from 1. */
  readonly count: number;
}

/** One line of React's component stack. */
export interface ComponentFrame {
  /** As in JSX: `OrderLines`. */
  readonly name: string;
  readonly place: SourcePlace;
}
