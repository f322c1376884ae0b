import { execFile } from "node:child_process";
import { join, resolve } from "node:path";

const repository = resolve(import.meta.dirname, "../..");

/** Runs this repository's TypeScript. @returns what it found wrong, empty when nothing */
export async function tsc(cwd: string, ...args: readonly string[]): Promise<string> {
  const script = join(repository, "node_modules/typescript/bin/tsc");
  const all = [script, ...args, "--pretty", "false"];
  return execute(process.execPath, all, cwd, process.env).then(
    ({ stdout }) => stdout,
    (error: { readonly stdout: string }) => error.stdout,
  );
}

/**
 * Runs a program to its end.
 *
 * @throws {Error} with its `stdout` and what it wrote to standard error, when it fails
 */
export function execute(
  file: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  return new Promise((done, fail) => {
    execFile(file, args, { cwd, env, maxBuffer: 2 ** 27 }, (error, stdout, stderr) => {
      if (!error) return done({ stdout, stderr });
      const shown = stderr.replace(/^loaded .*\n/gm, "");
      fail(Object.assign(new Error(`${error.message.split("\n")[0]}\n${shown}`), { stdout }));
    });
  });
}
