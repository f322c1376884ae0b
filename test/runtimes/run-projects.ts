import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, relative, resolve } from "node:path";

const repository = resolve(import.meta.dirname, "../..");

/** How a project of the tests ended under a version of Node. */
export interface ProjectRun {
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** Each failure: its file, its name, and the first lines of what was said. */
  readonly failures: readonly string[];
}

/** What vitest's reporter `json` writes, as far as it is read here. */
interface JsonReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/**
 * Runs a project of the tests with a Node. What the tests start themselves runs on it too.
 *
 * @param node absolute path of the program
 */
export async function runProject(node: string, project: string): Promise<ProjectRun> {
  const folder = await mkdtemp(join(tmpdir(), "letterpress-runtimes-"));
  const file = join(folder, "report.json");
  const begun = performance.now();
  const args = [
    ...[join(repository, "node_modules/vitest/vitest.mjs"), "run", "--project", project],
    ...["--reporter=json", `--outputFile.json=${file}`],
  ];
  const PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;
  try {
    const printed = await new Promise<string>((done) => {
      const options = { cwd: repository, env: { ...process.env, PATH }, maxBuffer: 2 ** 28 };
      execFile(node, args, options, (_, stdout, stderr) => done(`${stdout}\n${stderr}`));
    });
    const seconds = (performance.now() - begun) / 1000;
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text === undefined) {
      const failures = [`${project} did not come to its end:\n${printed.slice(-2_000)}`];
      return { passed: 0, failed: 1, seconds, failures };
    }
    const report = JSON.parse(text) as JsonReport;
    const failures = report.testResults.flatMap(failuresOf);
    const { numPassedTests: passed, numFailedTests: failed } = report;
    // A file that cannot be loaded has no tests that fail.
    return { passed, failed: Math.max(failed, failures.length), seconds, failures };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function failuresOf(result: JsonReport["testResults"][number]): readonly string[] {
  const file = relative(repository, result.name);
  const failed = result.assertionResults.filter(({ status }) => status === "failed");
  if (failed.length === 0 && result.status === "failed") return [`${file}\n${result.message}`];
  return failed.map(({ fullName, failureMessages }) => {
    const said = failureMessages.join("\n").split("\n").slice(0, 6).join("\n");
    return `${file}: ${fullName}\n${said}`;
  });
}
