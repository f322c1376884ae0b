import type { CommandSpec, OptionSpec } from "../command-spec.ts";
import { emailWords, firstWords } from "./words.ts";

const top = "complete -c letterpress -n __fish_use_subcommand";

/** Completion for fish. */
export function completeFish(specs: readonly CommandSpec[]): string {
  const commands = specs.map(({ name, summary }) => `${top} -f -a ${name} -d ${quote(summary)}`);
  const names = specs.map(({ name }) => name).join(" ");
  return [
    "# Completion of letterpress for fish. To use it: letterpress completions fish | source",
    `function __letterpress_emails\n  sh -c ${quote(emailWords)}\nend`,
    "complete -c letterpress -f",
    ...commands,
    `${top} -a help -d ${quote("Examples and options of a command")}`,
    `${top} -l version -d ${quote("Show the version")}`,
    `complete -c letterpress -l help -d ${quote("Show examples and options")}`,
    `complete -c letterpress -n "__fish_seen_subcommand_from help" -a ${quote(names)}`,
    ...specs.flatMap(completeCommand),
    "",
  ].join("\n");
}

function completeCommand(spec: CommandSpec): readonly string[] {
  const inside = `complete -c letterpress -n "__fish_seen_subcommand_from ${spec.name}"`;
  const options = Object.entries<OptionSpec>(spec.options).map(
    ([name, option]) => `${inside} -l ${name}${completeValue(option)} -d ${quote(option.about)}`,
  );
  return [...options, ...completeWords(spec, inside)];
}

function completeValue({ value, bare, choices, completes }: OptionSpec): string {
  if (value === undefined || bare !== undefined) return "";
  if (choices) return ` -x -a ${quote(choices.join(" "))}`;
  if (completes === "folder") return ' -x -a "(__fish_complete_directories)"';
  return completes === "file" ? " -r -F" : " -x";
}

function completeWords(spec: CommandSpec, inside: string): readonly string[] {
  if (spec.completes === "email") return [`${inside} -a "(__letterpress_emails)"`];
  if (spec.completes === "file") return [`${inside} -F`];
  const words = firstWords(spec);
  const names = words.map(([word]) => word).join(" ");
  const unless = `complete -c letterpress -n "__fish_seen_subcommand_from ${spec.name}; and not __fish_seen_subcommand_from ${names}"`;
  return words.map(([word, about]) => `${unless} -a ${word} -d ${quote(about)}`);
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
