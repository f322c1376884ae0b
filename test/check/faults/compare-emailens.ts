import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installFolder } from "../../fetched/install-package.ts";

/** What is compared with; fetched when it is needed. */
export const emailensVersion = "0.3.5";

interface Issue {
  readonly severity: "error" | "warning" | "info";
  readonly rule: string;
  readonly message: string;
}

/** What `@emailens/cli` makes of the faults, by the HTML that they came out as. */
export interface EmailensResult {
  /** Faults that change the HTML of their email: it sees no subject, From or text part. */
  readonly inHtml: number;
  /** Of those: about which it says anything that it does not say of the correct email. */
  readonly found: number;
  /** What it says of the correct email. */
  readonly noise: readonly Issue[];
}

/**
 * Has `emailens lint` judge the correct email and the faulty ones, all in one process.
 *
 * @throws {Error} when it cannot be fetched, or gives no answer
 */
export async function compareEmailens(
  correct: string,
  faulty: readonly string[],
): Promise<EmailensResult> {
  const package_ = await installFolder("@emailens/cli", emailensVersion);
  const script = join(package_, "node_modules/@emailens/cli/dist/index.js");
  const folder = mkdtempSync(join(tmpdir(), "letterpress-emailens-"));
  try {
    const name = (index: number) => `${String(index).padStart(4, "0")}.html`;
    for (const [index, html] of [correct, ...faulty].entries()) {
      writeFileSync(join(folder, name(index)), html);
    }
    // It ends before a pipe has taken all that it printed; a file takes it at once.
    const printed = join(folder, "printed.json");
    const output = openSync(printed, "w");
    const stdio = ["ignore", output, "ignore"] as const;
    spawnSync(process.execPath, [script, "lint", "--json", "*.html"], {
      cwd: folder,
      stdio: [...stdio],
    });
    closeSync(output);
    const { files }: { files: readonly { file: string; issues: readonly Issue[] }[] } = JSON.parse(
      readFileSync(printed, "utf8"),
    );
    const issues = new Map(files.map((one) => [one.file, one.issues]));
    const noise = issues.get(name(0));
    if (!noise || issues.size !== faulty.length + 1) throw new Error("emailens gave no answer");
    const usual = countBy(noise);
    const found = faulty.filter((_, index) =>
      [...countBy(issues.get(name(index + 1)) ?? [])].some(
        ([key, count]) => count > (usual.get(key) ?? 0),
      ),
    );
    const inHtml = faulty.filter((html) => html !== correct);
    return { inHtml: inHtml.length, found: found.length, noise };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countBy(issues: readonly Issue[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, message } of issues) {
    const key = `${rule} ${message}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
