import { build } from "./build.ts";
import { readBuildArguments } from "./build-arguments.ts";
import { check } from "./check.ts";
import { readCheckArguments } from "./check-arguments.ts";
import { dev } from "./dev.ts";
import { readDevArguments } from "./dev-arguments.ts";
import { doctor } from "./doctor.ts";
import { readDoctorArguments } from "./doctor-arguments.ts";
import { exportEmails } from "./export.ts";
import { readExportArguments } from "./export-arguments.ts";
import { inbox } from "./inbox.ts";
import { readInboxArguments } from "./inbox-arguments.ts";
import { outbox } from "./outbox.ts";
import { readOutboxArguments, readWorkArguments } from "./outbox-arguments.ts";
import { suppressions } from "./suppressions.ts";
import { readSuppressionsArguments } from "./suppressions-arguments.ts";
import { generalUsage } from "./usage.ts";
import { UsageError } from "./usage-error.ts";
import { packageVersion } from "./version.ts";
import { webhooks } from "./webhooks.ts";
import { readWebhooksArguments } from "./webhooks-arguments.ts";
import { work } from "./work.ts";

/** Exit code of a command line that makes no sense, as is the custom. */
const misused = 2;

/**
 * Runs the command line.
 *
 * @param args without Node and the script
 * @returns the exit code: 0, 1 when the work failed, 2 when the arguments make no sense
 */
export async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  try {
    if (command === "build") return await build(readBuildArguments(rest));
    if (command === "check") return await check(readCheckArguments(rest));
    if (command === "export") return await exportEmails(readExportArguments(rest));
    if (command === "inbox") return await inbox(readInboxArguments(rest));
    if (command === "outbox") return await outbox(readOutboxArguments(rest));
    if (command === "work") return await work(readWorkArguments(rest));
    if (command === "dev") return await dev(readDevArguments(rest));
    if (command === "doctor") return await doctor(readDoctorArguments(rest));
    if (command === "webhooks") return await webhooks(readWebhooksArguments(rest));
    if (command === "suppressions") return await suppressions(readSuppressionsArguments(rest));
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
