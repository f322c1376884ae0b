import { readBuildArguments } from "./build-arguments.ts";
import { readCheckArguments } from "./check-arguments.ts";
import { readDevArguments } from "./dev-arguments.ts";
import { readDoctorArguments } from "./doctor-arguments.ts";
import { readExportArguments } from "./export-arguments.ts";
import { readInboxArguments } from "./inbox-arguments.ts";
import { readOutboxArguments, readWorkArguments } from "./outbox-arguments.ts";
import { readSuppressionsArguments } from "./suppressions-arguments.ts";
import { generalUsage } from "./usage.ts";
import { UsageError } from "./usage-error.ts";
import { packageVersion } from "./version.ts";
import { readWebhooksArguments } from "./webhooks-arguments.ts";

/** Exit code of a command line that makes no sense, as is the custom. */
const misused = 2;

/** Each command, loaded when it is asked for: none pays for what another one needs. */
const commands = new Map<string, (args: readonly string[]) => Promise<number>>([
  ["build", async (args) => (await import("./build.ts")).build(readBuildArguments(args))],
  ["check", async (args) => (await import("./check.ts")).check(readCheckArguments(args))],
  ["dev", async (args) => (await import("./dev.ts")).dev(readDevArguments(args))],
  ["doctor", async (args) => (await import("./doctor.ts")).doctor(readDoctorArguments(args))],
  ["export", async (args) => (await import("./export.ts")).exportEmails(readExportArguments(args))],
  ["inbox", async (args) => (await import("./inbox.ts")).inbox(readInboxArguments(args))],
  ["outbox", async (args) => (await import("./outbox.ts")).outbox(readOutboxArguments(args))],
  [
    "suppressions",
    async (args) =>
      (await import("./suppressions.ts")).suppressions(readSuppressionsArguments(args)),
  ],
  [
    "webhooks",
    async (args) => (await import("./webhooks.ts")).webhooks(readWebhooksArguments(args)),
  ],
  ["work", async (args) => (await import("./work.ts")).work(readWorkArguments(args))],
]);

/**
 * Runs the command line.
 *
 * @param args without Node and the script
 * @returns the exit code: 0, 1 when the work failed, 2 when the arguments make no sense
 */
export async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  try {
    const runCommand = commands.get(command ?? "");
    if (runCommand) return await runCommand(rest);
    if (command === "--version" || command === "-v") console.log(packageVersion());
    else if (
      command === undefined ||
      command === "--help" ||
      command === "-h" ||
      command === "help"
    ) {
      console.log(generalUsage);
    } else {
      throw new UsageError(`Cannot run "${command}": there is no such command`, generalUsage);
    }
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    if (!(error instanceof UsageError)) return 1;
    console.error(`\n${error.usage}`);
    return misused;
  }
}
