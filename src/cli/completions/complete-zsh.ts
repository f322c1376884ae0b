import type { CommandSpec, OptionSpec } from "../command-spec.ts";
import { emailWords, firstWords } from "./words.ts";

/** Completion for zsh, as a file \`_letterpress\` of \`fpath\` or sourced. */
export function completeZsh(specs: readonly CommandSpec[]): string {
  const listed = specs.map(({ name, summary }) => quote(`${escapeColon(name)}:${summary}`));
  const cases = specs.map((spec) => {
    const options = Object.entries<OptionSpec>(spec.options).map(([name, one]) =>
      quote(describeOption(name, one)),
    );
    const words = describeWords(spec);
    const all = [...options, quote("--help[Show examples and options]"), ...words];
    return `    ${spec.name})\n      _arguments ${all.join(" \\\n        ")} ;;`;
  });
  return `#compdef letterpress
# Completion of letterpress for zsh. To use it: source <(letterpress completions zsh)
_letterpress_emails() {
  local -a ids
  ids=(\${(f)"$(${emailWords})"})
  compadd -a ids
}
_letterpress() {
  local -a commands
  commands=(${listed.join(" ")})
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join("\n")}
    help) _describe command commands ;;
  esac
}
if [ "$funcstack[1]" = _letterpress ]; then _letterpress "$@"; else compdef _letterpress letterpress; fi
`;
}

function describeOption(name: string, option: OptionSpec): string {
  const { about, value, bare, repeated, choices, completes } = option;
  const head = `${repeated ? "*" : ""}--${name}`;
  const text = `[${about.replace(/[[\]\\]/g, "\\$&")}]`;
  if (value === undefined) return head + text;
  const action = choices
    ? `(${choices.join(" ")})`
    : completes === "folder"
      ? "_files -/"
      : completes === "file"
        ? "_files"
        : " ";
  return bare === undefined
    ? `${head}${text}:${value}:${action}`
    : `${head}=-${text}::${value}:${action}`;
}

function describeWords(spec: CommandSpec): readonly string[] {
  if (spec.completes === "email") return [quote("*:email:_letterpress_emails")];
  if (spec.completes === "file") return [quote("*:file:_files")];
  const words = firstWords(spec).map(([word]) => word);
  if (words.length === 0) return [];
  return [quote(`1:action:(${words.join(" ")})`), quote("*:file:_files")];
}

function escapeColon(text: string): string {
  return text.replaceAll(":", "\\:");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
