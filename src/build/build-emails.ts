import { join } from "node:path";
import { bundle } from "./bundle/bundle.ts";
import { loadedBytes, type OutputFile } from "./bundle/output-file.ts";
import { describeEmpty, idWarnings } from "./describe-found.ts";
import { whyUnloadable } from "./email-path.ts";
import { findEmails, type PassedOver } from "./find-emails.ts";
import { indexFiles } from "./index-files.ts";
import { loadVite } from "./load-vite.ts";
import { type BuildOptions, resolveOptions } from "./options.ts";
import { nameOutputs } from "./output-names.ts";
import { type BuildProblem, mergeProblems } from "./problem.ts";
import { requirePackages } from "./requirements/require-packages.ts";
import { readStaticFiles } from "./static-files.ts";
import { buildTypes } from "./types/build-types.ts";
import { writeOutput } from "./write-output.ts";

/** An email that was built. */
export interface BuiltEmail {
  /** Its path below the emails folder without its ending. */
  readonly id: string;
  /** Its module, below the folder built into: `<id>.js`, unless no import could name that file. */
  readonly file: string;
  /** Size of its module and of every chunk that loads with it, in bytes. */
  readonly sizeBytes: number;
}

/** What became of a build. */
export interface BuildResult {
  /** Absolute path of the folder built into. */
  readonly outDir: string;
  /** Sorted by id; empty when there are problems. */
  readonly emails: readonly BuiltEmail[];
  /** What must be fixed; when there is any, the folder was left as it was. */
  readonly problems: readonly BuildProblem[];
  /** What may be wrong, or differs from what one would expect. */
  readonly warnings: readonly BuildProblem[];
  /** Files of the emails folder that hold no email, and why. */
  readonly passedOver: readonly PassedOver[];
}

/**
 * Compiles a folder of emails to plain ES modules with types, one per email under the same path,
 * and what they share beside them. An email loads the components that it uses and nothing else.
 *
 * All or nothing: everything that is wrong is reported at once, and then nothing is written, so
 * that an app never starts on half a build.
 *
 * @throws {Error} when Vite or React is missing or too old, or when an option cannot be used
 */
export async function buildEmails(options: BuildOptions): Promise<BuildResult> {
  const resolved = resolveOptions(options);
  const { emailsDir, outDir } = resolved;
  requirePackages({ action: "build", ...resolved });
  const vite = await loadVite();
  const found = findEmails(emailsDir, { cache: new Map(), parse: vite.parseSync });
  const { emails, passedOver } = found;
  if (emails.length === 0) throw new Error(`Cannot build: ${describeEmpty(found)}`);
  const [bundled, typed] = await Promise.all([
    bundle(vite, resolved, emails),
    resolved.types ? buildTypes(vite, resolved, emails) : { files: [], problems: [], warnings: [] },
  ]);
  const problems = [
    ...emails.flatMap(({ id, realPath }) => {
      const message = whyUnloadable(id, realPath);
      return message === undefined ? [] : [{ message }];
    }),
    ...mergeProblems(bundled.problems, typed.problems),
  ];
  const warnings = [...idWarnings(resolved.root, emails), ...bundled.warnings, ...typed.warnings];
  if (problems.length > 0) return { outDir, emails: [], problems, warnings, passedOver };

  const index = indexFiles(emails, typed.files.length > 0);
  const files: OutputFile[] = [
    ...(await readStaticFiles(join(emailsDir, "static"))),
    ...bundled.files,
    ...typed.files,
    ...index.files,
  ];
  await writeOutput(outDir, files);
  const names = nameOutputs(emails);
  const built = emails.map(({ id }) => {
    const file = `${names.get(id)}.js`;
    return { id, file, sizeBytes: loadedBytes(bundled.files, file) };
  });
  return {
    ...{ outDir, emails: built, problems, passedOver },
    warnings: [...warnings, ...index.warnings],
  };
}
