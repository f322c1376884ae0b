import { didYouMean } from "../build/nearest.ts";
import { commands } from "./commands.ts";
import { describeAll } from "./help/describe-all.ts";
import { describeCommand, usageLines } from "./help/describe-command.ts";
import { textWidth } from "./help/text-width.ts";
import { UsageError } from "./usage-error.ts";
import { packageVersion } from "./version.ts";

/** Exit code of a command line that is invalid, as is the custom. */
const misused = 2;

/**
 * Runs the command line.
 *
 * @param args without Node and the script
 * @returns the exit code: 0, 1 when the work failed, 2 when the arguments make no sense
 */
export async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  try {
    if (name === "--version" || name === "-v") {
      console.log(packageVersion());
      return 0;
    }
    if (name === undefined || isHelp(name)) return help(undefined);
    if (name === "help") return help(rest[0]);
    const { spec, run: runCommand } = find(name);
    const end = rest.indexOf("--");
    if ((end < 0 ? rest : rest.slice(0, end)).some(isHelp)) return help(spec.name);
    return await runCommand(rest);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    if (!(error instanceof UsageError)) return 1;
    console.error(`\n${hint(error)}`);
    return misused;
  }
}

function isHelp(word: string): boolean {
  return word === "--help" || word === "-h";
}

function help(name: string | undefined): number {
  const specs = commands.map(({ spec }) => spec);
  const width = textWidth();
  const named = name !== undefined && !isHelp(name) ? find(name).spec : undefined;
  console.log(named ? describeCommand(named, width) : describeAll(specs, width));
  return 0;
}

function find(name: string) {
  const found = commands.find(({ spec }) => spec.name === name);
  if (found) return found;
  const names = commands.map(({ spec }) => spec.name);
  throw new UsageError(
    `Cannot run "${name}": there is no such command${didYouMean(name, names, "letterpress ")}`,
  );
}

/** Where to read on. */
function hint({ command }: UsageError): string {
  if (!command) {
    const names = commands.map(({ spec }) => spec.name).join(", ");
    return `Usage: letterpress <command> [options]\nCommands: ${names}\nMore: letterpress --help`;
  }
  const usage = usageLines(command).join("\n       ");
  return `Usage: ${usage}\nMore, with examples: letterpress help ${command.name}`;
}
