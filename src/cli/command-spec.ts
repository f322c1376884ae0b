/** One option of a command: what it is called by is its key in {@link CommandSpec.options}. */
export interface OptionSpec {
  /** What it does, for the help. A sentence without its end. */
  readonly about: string;
  /** The word that stands for its value, such as `DIR`. Left out: it is a switch. */
  readonly value?: string;
  /** All that its value may be. */
  readonly choices?: readonly string[];
  /** What holds when it is not given, in words. */
  readonly default?: string;
  /** Whether it may be given more than once. */
  readonly repeated?: true;
  /** Its value when none is given. Another is then given behind `=`. */
  readonly bare?: string;
  /** What a shell completes its value with. @default nothing, or the choices */
  readonly completes?: "file" | "folder";
}

/** One of the things that a command with several does, such as `lift` of `suppressions`. */
export interface ActionSpec {
  readonly about: string;
  /** What stands behind it, such as `ADDRESS`. */
  readonly words?: string;
}

/** All that is known of a command: its arguments, its help, its page in the docs and its completion. */
export interface CommandSpec {
  readonly name: string;
  /** In the list of commands: half a line. */
  readonly summary: string;
  /** One or more paragraphs. */
  readonly about: string;
  /** The words that it takes beside options, such as `[emails…]`. Left out: none. */
  readonly words?: string;
  /** What a shell completes those words with. */
  readonly completes?: "email" | "file" | readonly string[];
  /** The first word is one of these; the first of them is what an empty line does, if it may. */
  readonly actions?: Readonly<Record<string, ActionSpec>>;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Variables that it reads. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What it means beside {@link usualExitCodes}, or in their place. */
  readonly exitCodes?: Readonly<Record<number, string>>;
  /** A line, and what it does. */
  readonly examples: readonly (readonly [line: string, about: string])[];
}

/** What every command ends with, unless it says otherwise. */
export const usualExitCodes: Readonly<Record<number, string>> = {
  0: "done",
  1: "it failed; what was printed says why",
  2: "the command line is invalid; nothing was done",
};

/** The exit codes of a command, each with its meaning. */
export function exitCodesOf({ exitCodes }: CommandSpec): readonly (readonly [string, string])[] {
  return Object.entries({ ...usualExitCodes, ...exitCodes });
}

/** Keeps the names of a command's options, and the choices of each, as types. */
export function defineCommand<const Spec extends CommandSpec>(spec: Spec): Spec {
  return spec;
}
