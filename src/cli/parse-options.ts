import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./usage-error.ts";

/**
 * Reads the options behind a command's name.
 *
 * @throws {UsageError} that names the wrong one, with the command's usage
 */
export function parseOptions<Options extends NonNullable<ParseArgsConfig["options"]>>(
  command: string,
  usage: string,
  args: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ options: Options }>>["values"] {
  return orUsageError(command, usage, () => parseArgs({ args: [...args], options }).values);
}

/**
 * Reads options, and words beside them, behind a command's name.
 *
 * @throws {UsageError} that names the wrong one, with the command's usage
 */
export function parseWords<Options extends NonNullable<ParseArgsConfig["options"]>>(
  command: string,
  usage: string,
  args: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true }>> {
  return orUsageError(command, usage, () =>
    parseArgs({ args: [...args], options, allowPositionals: true }),
  );
}

function orUsageError<Value>(command: string, usage: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    // Node's message names the argument; what it advises about `--` fits no option of ours.
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new UsageError(
      `Cannot run ${command}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
      usage,
    );
  }
}
