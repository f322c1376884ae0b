import { vi } from "vitest";

/** Waits until the check passes, however busy the machine. */
export function until<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: 60_000, interval: 10 });
}
