import type { Clock } from "../../clock.ts";

/** What bounds a render. */
export interface MarkupOptions {
  /** How long a component may stay suspended, ms. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly clock: Clock;
}
