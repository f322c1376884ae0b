import { type CommandSpec, exitCodesOf, type OptionSpec } from "../../../src/cli/command-spec.ts";
import { optionAbout, optionLabel, usageLines } from "../../../src/cli/help/describe-command.ts";

const begin = "<!-- commands: npm run cli-docs writes from here -->";
const end = "<!-- commands: to here -->";

/** `docs/cli.md` with its commands written anew from their table. @throws {Error} when its marks are gone */
export function writeCommands(document: string, specs: readonly CommandSpec[]): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error("Cannot write docs/cli.md: its marks are gone");
  const list = specs.map(({ name, summary }) => `| [\`${name}\`](#${name}) | ${cell(summary)} |`);
  const text = [
    ["| command | what it does |", "|---|---|", ...list].join("\n"),
    ...specs.map(describe),
  ].join("\n\n");
  return `${document.slice(0, from)}${begin}\n\n${text}\n\n${document.slice(to)}`;
}

function describe(spec: CommandSpec): string {
  const options = Object.entries<OptionSpec>(spec.options).map(
    ([name, option]) => [optionLabel(name, option), optionAbout(option)] as const,
  );
  const actions = Object.entries(spec.actions ?? {}).map(
    ([name, { words, about }]) => [[name, words].filter(Boolean).join(" "), about] as const,
  );
  const width = Math.max(...spec.examples.map(([line]) => line.length));
  const examples = spec.examples.map(([line, about]) => `${line.padEnd(width)}  # ${about}`);
  return [
    `### ${spec.name}`,
    fence("", usageLines(spec)),
    spec.about,
    fence("sh", examples),
    ...table("action", actions),
    ...table("option", options),
    ...table("variable", Object.entries(spec.environment ?? {})),
    ...table("exit code", spec.exitCodes ? exitCodesOf(spec) : []),
  ].join("\n\n");
}

function fence(language: string, lines: readonly string[]): string {
  return ["```".concat(language), ...lines, "```"].join("\n");
}

function table(head: string, rows: readonly (readonly [string, string])[]): readonly string[] {
  if (rows.length === 0) return [];
  const lines = rows.map(([name, about]) => `| \`${cell(name)}\` | ${cell(about)} |`);
  return [[`| ${head} | |`, "|---|---|", ...lines].join("\n")];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
