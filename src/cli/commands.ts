import { buildCommand, readBuildArguments } from "./build-arguments.ts";
import { checkCommand, readCheckArguments } from "./check-arguments.ts";
import type { CommandSpec } from "./command-spec.ts";
import { completionsCommand, readCompletionsArguments } from "./completions-arguments.ts";
import { devCommand, readDevArguments } from "./dev-arguments.ts";
import { diffCommand, readDiffArguments } from "./diff-arguments.ts";
import { doctorCommand, readDoctorArguments } from "./doctor-arguments.ts";
import { exportCommand, readExportArguments } from "./export-arguments.ts";
import { inboxCommand, readInboxArguments } from "./inbox-arguments.ts";
import { initCommand, readInitArguments } from "./init-arguments.ts";
import { mcpCommand, readMcpArguments } from "./mcp-arguments.ts";
import { newCommand, readNewArguments } from "./new-arguments.ts";
import {
  outboxCommand,
  readOutboxArguments,
  readWorkArguments,
  workCommand,
} from "./outbox-arguments.ts";
import { readSendArguments, sendCommand } from "./send-arguments.ts";
import { readSuppressionsArguments, suppressionsCommand } from "./suppressions-arguments.ts";
import { readWebhooksArguments, webhooksCommand } from "./webhooks-arguments.ts";

/** A command, and what runs it. */
export interface Command {
  readonly spec: CommandSpec;
  /** @returns the exit code */
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** All commands, in the order of the help. Each is loaded when it is asked for: none pays for what another one needs. */
export const commands: readonly Command[] = [
  {
    spec: devCommand,
    run: async (args) => (await import("./dev.ts")).dev(readDevArguments(args)),
  },
  {
    spec: initCommand,
    run: async (args) => (await import("./init.ts")).init(readInitArguments(args)),
  },
  {
    spec: newCommand,
    run: async (args) => (await import("./new.ts")).newEmail(readNewArguments(args)),
  },
  {
    spec: inboxCommand,
    run: async (args) => (await import("./inbox.ts")).inbox(readInboxArguments(args)),
  },
  {
    spec: checkCommand,
    run: async (args) => (await import("./check.ts")).check(readCheckArguments(args)),
  },
  {
    spec: sendCommand,
    run: async (args) => (await import("./send.ts")).send(readSendArguments(args)),
  },
  {
    spec: diffCommand,
    run: async (args) => (await import("./diff.ts")).diff(readDiffArguments(args)),
  },
  {
    spec: buildCommand,
    run: async (args) => (await import("./build.ts")).build(readBuildArguments(args)),
  },
  {
    spec: exportCommand,
    run: async (args) => (await import("./export.ts")).exportEmails(readExportArguments(args)),
  },
  {
    spec: doctorCommand,
    run: async (args) => (await import("./doctor.ts")).doctor(readDoctorArguments(args)),
  },
  {
    spec: workCommand,
    run: async (args) => (await import("./work.ts")).work(readWorkArguments(args)),
  },
  {
    spec: outboxCommand,
    run: async (args) => (await import("./outbox.ts")).outbox(readOutboxArguments(args)),
  },
  {
    spec: webhooksCommand,
    run: async (args) => (await import("./webhooks.ts")).webhooks(readWebhooksArguments(args)),
  },
  {
    spec: suppressionsCommand,
    run: async (args) =>
      (await import("./suppressions.ts")).suppressions(readSuppressionsArguments(args)),
  },
  {
    spec: mcpCommand,
    run: async (args) => (await import("./mcp.ts")).mcp(readMcpArguments(args)),
  },
  {
    spec: completionsCommand,
    run: async (args) => {
      const shell = readCompletionsArguments(args);
      const { completions } = await import("./completions.ts");
      return completions(
        shell,
        commands.map(({ spec }) => spec),
      );
    },
  },
];
