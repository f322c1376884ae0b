import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Inbox } from "letterpress/inbox";
import type { Readme } from "./readme.ts";
import { type Ran, run } from "./run.ts";

/** What a kind of app is tried with. */
export interface Kit {
  /** The packed package. */
  readonly tarball: string;
  readonly readme: Readme;
  readonly inbox: Inbox;
  /** Makes an app with the README's email, and files of its own. @returns its folder */
  makeApp(name: string, files?: Readonly<Record<string, string>>): Promise<string>;
  /** Adds packages with npm, ours first. */
  install(app: string, ...packages: readonly string[]): Promise<Ran>;
  /** Tries something and says what became of it. */
  check(name: string, attempt: () => Promise<unknown>): Promise<void>;
  /** Runs a program that sends the README's email, and waits for the mail. @returns what it printed */
  sends(command: string, args: readonly string[], app: string): Promise<string>;
}

/** What became of all checks. */
export interface Outcome {
  passed: number;
  failed: number;
}

/** The README's program in a form that a CommonJS bundle can hold: without a top-level `await`. */
export function withoutTopLevelAwait(program: string): string {
  const lines = program.split("\n");
  const imports = lines.filter((line) => line.startsWith("import "));
  const rest = lines.filter((line) => !line.startsWith("import "));
  return `${imports.join("\n")}\nasync function main() {\n${rest.join("\n")}\n}\nmain();\n`;
}

/** Makes the kit, which counts what its checks come to. */
export function createKit(
  folder: string,
  { tarball, readme, inbox }: Pick<Kit, "tarball" | "readme" | "inbox">,
  outcome: Outcome,
): Kit {
  return {
    ...{ tarball, readme, inbox },
    async makeApp(name, files = {}) {
      const app = join(folder, name);
      const all = {
        "package.json": JSON.stringify({ name, private: true, type: "module" }),
        "emails/account/welcome.tsx": readme.email,
        "send.js": readme.program,
        ...files,
      };
      for (const [path, text] of Object.entries(all)) {
        await mkdir(dirname(join(app, path)), { recursive: true });
        await writeFile(join(app, path), text);
      }
      return app;
    },
    install: (app, ...packages) => run("npm", ["install", tarball, ...packages], app),
    async check(name, attempt) {
      const begun = performance.now();
      const report = (word: string, what = "") => {
        const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(6);
        console.log(`${word} ${seconds} s  ${name}${what}`);
      };
      try {
        await attempt();
        outcome.passed += 1;
        report("ok    ");
      } catch (error) {
        outcome.failed += 1;
        report("FAILED", `\n${error instanceof Error ? error.message : String(error)}`);
      }
    },
    async sends(command, args, app) {
      const { stdout } = await run(command, args, app, { MAIL_URL: inbox.smtpUrl });
      const id = /<[^<>\s]+@[^<>\s]+>/.exec(stdout)?.[0];
      const mail = await inbox.waitFor(({ messageId }) => messageId === id, { timeoutMs: 5_000 });
      if (!mail.html?.includes("Welcome, ") || !mail.text?.includes("https://example.com/start")) {
        throw new Error(`It sent another mail:\n${mail.raw.slice(0, 2_000)}`);
      }
      return stdout;
    },
  };
}

/** @throws {Error} unless a program fails, and says this */
export async function mustFail(attempt: Promise<Ran>, saying: RegExp): Promise<void> {
  const said = await attempt.then(
    () => "it did not fail",
    (error: Error) => error.message,
  );
  if (!saying.test(said)) throw new Error(`Expected ${saying}, got:\n${said}`);
}
