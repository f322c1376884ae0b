import type { CommandSpec } from "./command-spec.ts";
import { misuse } from "./usage-error.ts";

const highestPort = 65_535;

/** Reads a port. @throws {UsageError} that names the option */
export function readPort(
  command: CommandSpec,
  option: string,
  value: string | undefined,
): number | undefined {
  if (value === undefined) return undefined;
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= highestPort) return port;
  throw misuse(command, `${option} must be a number from 0 to ${highestPort}, got "${value}"`);
}
