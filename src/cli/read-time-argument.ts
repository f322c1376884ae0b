import { systemClock } from "../clock.ts";
import { readTime } from "../webhook/parse/read-time.ts";
import type { CommandSpec } from "./command-spec.ts";
import { UsageError } from "./usage-error.ts";

const unitsMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/**
 * Reads a time: so long ago (`90m`, `2h`, `7d`), a day (`2026-11-26`), or a time of that day
 * (`2026-11-26T09:30:00Z`), in UTC where no zone is named.
 *
 * @throws {UsageError} that names the option
 */
export function readTimeArgument(
  option: string,
  value: string | undefined,
  command: CommandSpec,
): Date | undefined {
  if (value === undefined) return undefined;
  const ago = /^(\d{1,6})([mhd])$/.exec(value);
  if (ago) {
    return new Date(systemClock.now() - Number(ago[1]) * unitsMs[ago[2] as keyof typeof unitsMs]);
  }
  const time = readTime(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00` : value);
  if (time) return time;
  throw new UsageError(
    `Cannot read ${option}: "${value}" is no time; write 2h, 7d, 2026-11-26 or 2026-11-26T09:30:00Z`,
    command,
  );
}
