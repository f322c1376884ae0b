import { resolve } from "node:path";
import { requirePackages } from "../build/requirements/require-packages.ts";
import type { McpArguments } from "./mcp-arguments.ts";

/** Serves tools for agents until the agent goes. @returns the exit code */
export async function mcp({ smtpPort, emails, config }: McpArguments): Promise<number> {
  // Standard output belongs to the protocol.
  for (const name of ["log", "info", "debug"] as const) console[name] = console.error;
  const root = process.cwd();
  requirePackages({ action: "serve MCP", root, emailsDir: resolve(root, emails ?? "emails") });
  const { serveStdio } = await import("letterpress/vite");
  const ended = untilGone();
  const close = await serveStdio({
    ...{ root, smtpPort, emailsDir: emails, configFile: config },
    onReady: ({ url, smtpUrl }) => console.error(`Preview ${url}  Inbox ${smtpUrl}`),
  });
  await ended;
  await close();
  return 0;
}

/** Resolves when the agent closes its side, or the process is told to end. */
function untilGone(): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.once("end", resolve).once("close", resolve);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => resolve());
    }
  });
}
