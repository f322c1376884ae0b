import { type CommandSpec, exitCodesOf, type OptionSpec } from "../command-spec.ts";
import { paint } from "../paint.ts";
import { toColumns, wrap } from "./wrap.ts";

/** The lines that a command may be called by: `letterpress build [options]`. */
export function usageLines({ name, words, actions }: CommandSpec): readonly string[] {
  const own = `letterpress ${name}`;
  if (!actions) return [[own, words, "[options]"].filter(Boolean).join(" ")];
  return Object.entries(actions).map(([action, { words: rest }]) =>
    [own, action, rest, "[options]"].filter(Boolean).join(" "),
  );
}

/** `--changed[=REF]`, `--port N`, `--open`. */
export function optionLabel(name: string, { value, bare }: OptionSpec): string {
  if (value === undefined) return `--${name}`;
  return bare === undefined ? `--${name} ${value}` : `--${name}[=${value}]`;
}

/** What an option does, with its choices and its default. */
export function optionAbout({
  about,
  choices,
  repeated,
  bare,
  default: usual,
}: OptionSpec): string {
  return [
    choices ? `${about}: ${choices.join(", ")}` : about,
    ...(repeated ? ["may be repeated"] : []),
    ...(bare === undefined ? [] : [`without a value: ${bare}`]),
    ...(usual === undefined ? [] : [`default: ${usual}`]),
  ].join("; ");
}

/** What `letterpress help build` prints. */
export function describeCommand(spec: CommandSpec, width: number): string {
  const title = (text: string) => paint("bold", text);
  const options = Object.entries<OptionSpec>(spec.options).map(
    ([name, option]) => [optionLabel(name, option), optionAbout(option)] as const,
  );
  const actions = Object.entries(spec.actions ?? {}).map(
    ([name, { words, about }]) => [[name, words].filter(Boolean).join(" "), about] as const,
  );
  const [first = "", ...others] = usageLines(spec);
  const part = (name: string, rows: readonly (readonly [string, string])[]) =>
    rows.length === 0 ? [] : ["", title(name), ...toColumns(rows, width)];
  return [
    `${title("Usage:")} ${first}`,
    ...others.map((line) => `       ${line}`),
    ...spec.about.split("\n\n").flatMap((text) => ["", ...wrap(text, width)]),
    "",
    title("Examples"),
    ...spec.examples.flatMap(([line, about]) => [`  ${line}`, `      ${paint("dim", about)}`]),
    ...part("Actions", actions),
    ...part("Options", [...options, ["--help", "Show this"]]),
    ...part("Environment", Object.entries(spec.environment ?? {})),
    ...part("Exit code", exitCodesOf(spec)),
  ].join("\n");
}
