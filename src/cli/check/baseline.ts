import { readFileSync, writeFileSync } from "node:fs";
import type { Finding } from "../../check/finding.ts";

/** How often a finding of one kind is known. Lines are left out: they move. */
type Known = Readonly<Record<string, number>>;

/**
 * Leaves out the findings that a baseline lists, each as often as it lists it.
 *
 * @throws {Error} when the file cannot be read, or is none
 */
export function withoutKnown(findings: readonly Finding[], file: string): readonly Finding[] {
  const left = new Map(Object.entries(read(file)));
  return findings.filter((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    left.set(keyOf(finding), count - 1);
    return count <= 0;
  });
}

/** Writes the findings that are to be known from now on. */
export function writeBaseline(findings: readonly Finding[], file: string): void {
  const known = new Map<string, number>();
  for (const finding of findings) known.set(keyOf(finding), (known.get(keyOf(finding)) ?? 0) + 1);
  const sorted = [...known].sort(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(
    file,
    `${JSON.stringify({ version: 1, known: Object.fromEntries(sorted) }, null, 2)}\n`,
  );
}

function read(file: string): Known {
  const refusal = `Cannot read the baseline ${file}`;
  try {
    const { version, known } = JSON.parse(readFileSync(file, "utf8")) as {
      version?: unknown;
      known?: Known;
    };
    if (version !== 1 || typeof known !== "object") throw new Error("it is none of letterpress");
    return known;
  } catch (error) {
    throw new Error(`${refusal}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

function keyOf({ rule, source, where, same }: Finding): string {
  return [rule, source?.file ?? where.emails[0] ?? "", same].join(" | ");
}
