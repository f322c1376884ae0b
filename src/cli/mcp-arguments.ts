import { defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";
import { readPort } from "./read-port.ts";
import { projectOptions, viteConfigOf } from "./shared-options.ts";

/** What was asked of `letterpress mcp`. What is `undefined` was not said. */
export interface McpArguments {
  readonly smtpPort: number | undefined;
  /** Folder of the emails, relative to the working directory. */
  readonly emails: string | undefined;
  /** The project's Vite config; `false` for none. */
  readonly config: string | false | undefined;
}

/** `letterpress mcp`, described. */
export const mcpCommand = defineCommand({
  name: "mcp",
  summary: "Give a coding agent tools: list, render, look at, check, send, wait",
  about: `Serves tools for agents (Model Context Protocol) on standard input and output, with a preview and an inbox of its own on 127.0.0.1. Nothing that a tool does leaves this machine. Where letterpress dev runs already, its tools and its inbox are at /mcp of its address. Needs @modelcontextprotocol/server 2.`,
  options: {
    "smtp-port": { value: "N", about: "Port of the inbox", default: "2525, or the next free one" },
    ...projectOptions,
  },
  environment: {
    DATABASE_URL: "the outbox that outbox_status looks at",
    LETTERPRESS_BROWSER: "file of the Chromium that takes pictures",
  },
  examples: [
    ["letterpress mcp", "what an agent's config names as its command"],
    ["letterpress mcp --emails src/mail", "with the emails of another folder"],
  ],
});

/** Reads the arguments behind `letterpress mcp`. @throws {UsageError} that names the wrong one */
export function readMcpArguments(args: readonly string[]): McpArguments {
  const { values } = parseCommand(mcpCommand, args);
  return {
    smtpPort: readPort(mcpCommand, "--smtp-port", values["smtp-port"]),
    emails: values.emails,
    config: viteConfigOf(values),
  };
}
