import { didYouMean } from "../build/nearest.ts";
import { defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";
import { misuse } from "./usage-error.ts";

/** Shells that are completed for. */
export const shells = ["bash", "zsh", "fish"] as const;

/** `letterpress completions`, described. */
export const completionsCommand = defineCommand({
  name: "completions",
  summary: "Print a completion script for a shell: commands, options, emails",
  about: "Prints a script that completes commands, options, their values and the ids of emails.",
  words: "bash|zsh|fish",
  completes: shells,
  options: {},
  examples: [
    ["source <(letterpress completions bash)", "in ~/.bashrc"],
    ["source <(letterpress completions zsh)", "in ~/.zshrc, behind compinit"],
    ["letterpress completions fish | source", "in ~/.config/fish/config.fish"],
  ],
});

/** Reads the arguments behind `letterpress completions`. @throws {UsageError} that names the wrong one */
export function readCompletionsArguments(args: readonly string[]): (typeof shells)[number] {
  const { words } = parseCommand(completionsCommand, args);
  const [given = "", stray] = words;
  const shell = shells.find((name) => name === given);
  if (shell && stray === undefined) return shell;
  const problem = shell ? `"${stray}" is too much` : "name one shell: bash, zsh or fish";
  throw misuse(completionsCommand, `${problem}${shell ? "" : didYouMean(given, shells)}`);
}
