import { UsageError } from "./usage-error.ts";

const highestPort = 65_535;

/** Makes what reads the ports of a command. It throws a {@link UsageError} that names the option. */
export function readPort(command: string, usage: string) {
  return (option: string, value: string | undefined): number | undefined => {
    if (value === undefined) return undefined;
    const port = Number(value);
    if (/^\d+$/.test(value) && port <= highestPort) return port;
    throw new UsageError(
      `Cannot run ${command}: ${option} must be a number from 0 to ${highestPort}, got "${value}"`,
      usage,
    );
  };
}
