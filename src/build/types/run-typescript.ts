import { execFile } from "node:child_process";

/**
 * Runs TypeScript's command in a folder.
 *
 * @returns what it printed; it ends with an error whenever it has something to say
 * @throws {Error} when it could not be run
 */
export function runTypeScript(
  script: string,
  args: readonly string[],
  cwd: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd, maxBuffer: 2 ** 27 };
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") reject(error);
      else if (stdout === "" && stderr !== "") {
        reject(new Error(`Cannot build types: TypeScript failed\n${stderr}`));
      } else resolve(stdout);
    });
  });
}
