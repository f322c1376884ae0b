import type { CommandSpec, OptionSpec } from "../command-spec.ts";
import { emailWords, firstWords, namesOf } from "./words.ts";

/** Completion for bash 4 and newer; also the 3.2 of macOS. */
export function completeBash(specs: readonly CommandSpec[]): string {
  const values = specs.flatMap(({ name, options }) =>
    Object.entries<OptionSpec>(options)
      .filter(([, { value, bare }]) => value !== undefined && bare === undefined)
      .map(([option, spec]) => `    "${name} --${option}") ${completeValue(spec)}; return ;;`),
  );
  const words = specs.map((spec) => {
    const first = completeWords(spec);
    return `    ${spec.name}) options="${namesOf(spec).join(" ")}"${first && `; ${first}`} ;;`;
  });
  return `# Completion of letterpress for bash. To use it: source <(letterpress completions bash)
_letterpress_emails() {
  ${emailWords}
}
_letterpress() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local command="\${COMP_WORDS[1]}" options="--help" IFS=$' \\t\\n'
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${[...specs.map(({ name }) => name), "help", "--help", "--version"].join(" ")}" -- "$current"))
    return
  fi
  case "$command $previous" in
${values.join("\n")}
  esac
  case "$command" in
${words.join("\n")}
    help) [ "$COMP_CWORD" -eq 2 ] && COMPREPLY=($(compgen -W "${specs.map(({ name }) => name).join(" ")}" -- "$current")) ;;
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
  esac
}
complete -o default -F _letterpress letterpress
`;
}

function completeValue({ choices, completes }: OptionSpec): string {
  if (choices) return `COMPREPLY=($(compgen -W "${choices.join(" ")}" -- "$current"))`;
  if (completes === "folder") return "IFS=$'\\n'; COMPREPLY=($(compgen -d -- \"$current\"))";
  // Bash itself completes files where nothing was found.
  return ":";
}

function completeWords(spec: CommandSpec): string {
  const { completes } = spec;
  if (completes === "file") return "";
  if (completes === "email") {
    return 'COMPREPLY=($(compgen -W "$(_letterpress_emails)" -- "$current"))';
  }
  const words = firstWords(spec).map(([word]) => word);
  if (words.length === 0) return "";
  return `[ "$COMP_CWORD" -eq 2 ] && COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$current"))`;
}
