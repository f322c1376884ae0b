import { posix } from "node:path";
import type { FoundEmail } from "../find-emails.ts";
import type { Vite } from "../load-vite.ts";
import { loadProjectConfig } from "../loading/project-config.ts";
import type { ResolvedOptions } from "../options.ts";
import { type BuildProblem, withoutRepetition } from "../problem.ts";
import { bundleConfig } from "./bundle-config.ts";
import { checkedNames } from "./checked-names.ts";
import type { OutputFile } from "./output-file.ts";
import {
  type BundlerLog,
  isFatal,
  isOfProject,
  logsOfError,
  toProblem,
  withoutConsequences,
} from "./problems-of-log.ts";

type Output = Extract<Awaited<ReturnType<Vite["build"]>>, { output: unknown }>["output"];

/** Modules, shared chunks, source maps and imported images; or what is wrong with their sources. */
export interface Bundled {
  readonly files: readonly OutputFile[];
  readonly problems: readonly BuildProblem[];
  readonly warnings: readonly BuildProblem[];
}

/**
 * Compiles emails to ES modules, in memory.
 *
 * The bundler ends soon after the first thing that it finds wrong. What else is wrong is looked
 * for in the emails that were not at fault.
 */
export async function bundle(
  vite: Vite,
  options: ResolvedOptions,
  emails: readonly FoundEmail[],
): Promise<Bundled> {
  const result = await bundleOnce(vite, options, emails);
  const wrong = new Set(result.problems.map(({ file }) => file && posix.join(options.root, file)));
  const others = emails.filter(({ realPath }) => !wrong.has(realPath));
  if (others.length === 0 || others.length === emails.length) return result;
  const { problems } = await bundle(vite, options, others);
  return { ...result, problems: withoutRepetition([...result.problems, ...problems]) };
}

async function bundleOnce(
  vite: Vite,
  options: ResolvedOptions,
  emails: readonly FoundEmail[],
): Promise<Bundled> {
  const said: BundlerLog[] = [];
  const wrong: BundlerLog[] = [];
  let files: readonly OutputFile[] = [];
  const names = checkedNames(options.root);
  const restore = setProduction();
  try {
    const project = await loadProjectConfig(vite, options);
    const config = bundleConfig(vite, options, emails, project, names.plugin, (log) => {
      // What an installed package tries and does without is its own affair.
      if (isOfProject(log)) (isFatal(log) ? wrong : said).push(log);
    });
    const built = await vite.build(config);
    if ("output" in built) files = built.output.map(toFile);
  } catch (error) {
    wrong.push(...logsOfError(error));
  } finally {
    restore();
  }
  const toProblems = async (logs: readonly BundlerLog[]) =>
    withoutRepetition(await Promise.all(logs.map((log) => toProblem(vite, options.root, log))));
  const problems = [...(await toProblems(withoutConsequences(wrong))), ...(await names.problems())];
  return { files, problems: withoutRepetition(problems), warnings: await toProblems(said) };
}

function toFile(part: Output[number]): OutputFile {
  if (part.type === "asset") return { path: part.fileName, content: part.source };
  return { path: part.fileName, content: part.code, loads: part.imports };
}

/** Vite takes from this variable alone whether a build is one for production. */
function setProduction(): () => void {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  return () => {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  };
}
