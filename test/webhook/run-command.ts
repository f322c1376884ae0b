import { vi } from "vitest";
import { suppressions } from "../../src/cli/suppressions.ts";
import { readSuppressionsArguments } from "../../src/cli/suppressions-arguments.ts";
import { UsageError } from "../../src/cli/usage-error.ts";
import { webhooks } from "../../src/cli/webhooks.ts";
import { readWebhooksArguments } from "../../src/cli/webhooks-arguments.ts";

/** How a command ended, and all that it printed. */
export interface RanCommand {
  readonly code: number;
  readonly printed: string;
}

/**
 * Runs `letterpress webhooks` or `letterpress suppressions` in this process.
 *
 * @param env variables that are set meanwhile
 */
export async function runCommand(
  [command, ...args]: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RanCommand> {
  let printed = "";
  const line = (text: unknown) => {
    printed += `${String(text)}\n`;
  };
  const spies = [
    vi.spyOn(console, "log").mockImplementation(line),
    vi.spyOn(console, "error").mockImplementation(line),
    vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      printed += String(text);
      return true;
    }),
  ];
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    const code =
      command === "webhooks"
        ? await webhooks(readWebhooksArguments(args))
        : await suppressions(readSuppressionsArguments(args));
    return { code, printed };
  } catch (error) {
    line((error as Error).message);
    return { code: error instanceof UsageError ? 2 : 1, printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}
