import type { CommandSpec } from "./command-spec.ts";

/** The command line is invalid. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** The command that was asked for; `undefined` when there is no such one. */
  readonly command: CommandSpec | undefined;

  /** @param message "Cannot run …: what was wrong" */
  constructor(message: string, command?: CommandSpec) {
    super(message);
    this.command = command;
  }
}

/** What is wrong with the arguments of a command. */
export function misuse(command: CommandSpec, problem: string): UsageError {
  return new UsageError(`Cannot run ${command.name}: ${problem}`, command);
}
