import { type ParseArgsConfig, parseArgs } from "node:util";
import { didYouMean } from "../build/nearest.ts";
import type { CommandSpec, OptionSpec } from "./command-spec.ts";
import { misuse, type UsageError } from "./usage-error.ts";

/** What an option gives, by how it is described. */
type ValueOf<Option extends OptionSpec> = Option extends { readonly repeated: true }
  ? readonly One<Option>[]
  : Option extends { readonly value: string }
    ? One<Option>
    : boolean;

type One<Option extends OptionSpec> = Option extends {
  readonly choices: readonly (infer Choice)[];
}
  ? Choice
  : string;

/** The options of a command as they were given. */
export type OptionValues<Spec extends CommandSpec> = {
  readonly [Name in keyof Spec["options"]]?: ValueOf<Spec["options"][Name]> | undefined;
};

/** What stands behind a command's name. */
export interface ParsedCommand<Spec extends CommandSpec> {
  readonly values: OptionValues<Spec>;
  /** Empty for a command that takes none. */
  readonly words: readonly string[];
}

/**
 * Reads what stands behind a command's name, by the command's description.
 *
 * @throws {UsageError} that names what is wrong, and what may have been meant
 */
export function parseCommand<Spec extends CommandSpec>(
  spec: Spec,
  args: readonly string[],
): ParsedCommand<Spec> {
  const known: Readonly<Record<string, OptionSpec>> = spec.options;
  const takesWords = spec.words !== undefined || spec.actions !== undefined;
  const options: NonNullable<ParseArgsConfig["options"]> = Object.fromEntries(
    Object.entries(known).map(([name, { value, repeated }]) => [
      name,
      { type: value === undefined ? "boolean" : "string", multiple: repeated ?? false },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: args.map((word) => withBareValue(word, known)),
      options,
      allowPositionals: takesWords,
    });
    for (const [name, value] of Object.entries(values)) {
      checkChoice(spec, name, known[name]?.choices, [value ?? []].flat());
    }
    return { values: values as OptionValues<Spec>, words: positionals };
  } catch (error) {
    throw toUsageError(spec, error);
  }
}

/** Node's parser knows no option whose value may be left out. */
function withBareValue(word: string, options: Readonly<Record<string, OptionSpec>>): string {
  const bare = word.startsWith("--") ? options[word.slice(2)]?.bare : undefined;
  return bare === undefined ? word : `${word}=${bare}`;
}

function checkChoice(
  spec: CommandSpec,
  name: string,
  choices: readonly string[] | undefined,
  values: readonly unknown[],
): void {
  for (const value of values) {
    if (choices === undefined || choices.includes(String(value))) continue;
    const meant = didYouMean(String(value), choices);
    const known = choices.length === 1 ? choices[0] : `one of ${choices.join(", ")}`;
    throw misuse(spec, `--${name} must be ${known}, got "${value}"${meant}`);
  }
}

function toUsageError(spec: CommandSpec, error: unknown): UsageError | unknown {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: string };
  if (typeof code !== "string" || !code.startsWith("ERR_PARSE_ARGS")) return error;
  // Node's message names the argument; what it advises about `--` fits no option of ours.
  const [reason = ""] = String(message).split(/\.\s/);
  const plain = reason.charAt(0).toLowerCase() + reason.slice(1);
  const typed = /^unknown option '--([^']+)'/.exec(plain)?.[1];
  const meant = typed === undefined ? "" : didYouMean(typed, Object.keys(spec.options), "--");
  return misuse(spec, `${plain}${meant}`);
}
