import { execFile } from "node:child_process";

/** How a program ended. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
}

/** Longest that any program here may take. */
const timeoutMs = 8 * 60_000;

/**
 * Runs a program to its end.
 *
 * @throws {Error} with the end of what it printed, when it fails
 */
export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  return new Promise((done, fail) => {
    const options = {
      cwd,
      timeout: timeoutMs,
      maxBuffer: 2 ** 27,
      env: { ...process.env, ...quiet, ...env },
    };
    execFile(command, args, options, (error, stdout, stderr) => {
      if (!error) return done({ stdout, stderr });
      const said = `${stdout}\n${stderr}`.trim().split("\n").map(shorten).slice(-25).join("\n");
      fail(new Error(`${command} ${args.join(" ")}: ${error.code ?? error.signal}\n${said}`));
    });
  });
}

/** Installers ask nothing and fetch what they have fetched before from their own caches. */
const quiet = {
  npm_config_fund: "false",
  npm_config_audit: "false",
  npm_config_prefer_offline: "true",
  npm_config_update_notifier: "false",
  NO_COLOR: "1",
  FORCE_COLOR: undefined,
  NODE_ENV: undefined,
  NODE_OPTIONS: undefined,
  VITEST: undefined,
};

/** Bundles have lines that no one can read. */
function shorten(line: string): string {
  return line.length > 300 ? `${line.slice(0, 300)} …` : line;
}
