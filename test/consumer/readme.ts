import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** What the README tells people to write and to type, word by word. */
export interface Readme {
  /** The commands that install the package in a project of one's own. */
  readonly installs: readonly string[];
  /** The email that is shown as `emails/account/welcome.tsx`. */
  readonly email: string;
  /** The program that sends it, `send.mts`. */
  readonly program: string;
}

/** Reads the README. @throws {Error} when a part is not there any more */
export async function readReadme(): Promise<Readme> {
  const text = await readFile(join(resolve(import.meta.dirname, "../.."), "README.md"), "utf8");
  const part = (what: string, pattern: RegExp) => {
    const found = pattern.exec(text)?.[1];
    if (found === undefined) throw new Error(`README.md has no ${what}`);
    return found;
  };
  const commands = part(
    "commands for a project of one's own",
    /In a project of your own:\s*```sh\n([\s\S]+?)```/,
  );
  return {
    installs: commands.split("\n").filter((line) => line.startsWith("npm install ")),
    email: part("email", /```tsx\n\/\/ emails\/account\/welcome\.tsx\n([\s\S]+?)```/),
    program: part(
      "program that sends",
      /<!-- program: send -->\s*```ts\n\/\/ send\.mts\n([\s\S]+?)```/,
    ),
  };
}
