/**
 * Puts one fault after the other into a correct email, half of them into components that it shares,
 * and sees whether `letterpress check` tells of it, at the right file and line, and of nothing else.
 * Then makes the certain changes, and sees that they put right what they are for, and nothing more.
 *
 *     npm run check-faults
 *
 * Ends with "N passed, N failed", and with an exit code above 0 when anything failed.
 */
import { cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkProject } from "letterpress/vite";
import { renderProject } from "../../../preview/server/diff/render-project.ts";
import type { Finding } from "../../../src/check/finding.ts";
import { rules } from "../../../src/check/rules/index.ts";
import { fixSources } from "../../../src/cli/check/fix-sources.ts";
import { createProject } from "../../preview/server/test-project.ts";
import { compareEmailens, emailensVersion } from "./compare-emailens.ts";
import { frameSource, orderSource } from "./correct-email.ts";
import { type SeededFault, seededFaults } from "./faults.ts";
import { type Rendered, whatChanged } from "./what-changed.ts";

const repository = resolve(import.meta.dirname, "../../..");
const counts = { passed: 0, failed: 0, found: 0, misplaced: 0, missed: 0, noise: 0 };

const nameOf = (index: number) => `f${String(index).padStart(3, "0")}`;

/** Both sources with one fault in them. */
function seed(fault: SeededFault | undefined): { order: string; frame: string } {
  const put = (source: string, file: SeededFault["file"]) =>
    fault?.file === file ? source.replace(fault.from, () => fault.to) : source;
  return { order: put(orderSource, "order"), frame: put(frameSource, "frame") };
}

/** The line that is to be named. */
function lineOf(fault: SeededFault): number {
  const before = fault.file === "order" ? orderSource : frameSource;
  const after = seed(fault)[fault.file];
  const lines = after.split("\n");
  if (fault.at !== undefined) return lines.findIndex((line) => line.includes(fault.at ?? "")) + 1;
  const known = before.split("\n");
  return lines.findIndex((line, index) => line !== known[index]) + 1;
}

const project = createProject({});
for (const [index, fault] of [undefined, ...seededFaults].entries()) {
  const { order, frame } = seed(fault);
  project.write(
    `emails/${nameOf(index)}/order.tsx`,
    order.replace('"ID"', `"${nameOf(index)}/order"`),
  );
  project.write(`emails/${nameOf(index)}/_frame.tsx`, frame);
}
cpSync(join(repository, "emails/static"), project.path("emails/static"), { recursive: true });
const off = rules.filter(({ isOff }) => isOff).map(({ name }) => [name, "on"] as const);
const options = {
  root: project.root,
  configFile: false,
  checks: { rules: Object.fromEntries(off) },
} as const;

try {
  const result = await checkProject(options);
  for (const [index, fault] of [undefined, ...seededFaults].entries()) {
    const id = `${nameOf(index)}/order`;
    const own = result.findings.filter(({ where }) => where.emails.includes(id));
    const failure = result.unchecked.find((one) => one.id === id);
    if (failure) tell(id, fault, [`does not render: ${failure.message}`]);
    else judge(id, fault, own);
  }
  const { found, misplaced, missed, noise } = counts;
  process.stdout.write(
    `${seededFaults.length} faults: ${found} found, ${misplaced} at another line, ${missed} missed, ${noise} noise\n`,
  );
  const rendered = await renderAll();
  await compare(rendered);
  await checkFixes(result.findings, rendered);
} finally {
  project.dispose();
}
const tried = new Set(seededFaults.map(({ rule }) => rule));
const untried = rules.filter(({ name }) => !tried.has(name)).map(({ name }) => name);
process.stdout.write(
  `Rules that no source can break, and that fixtures try alone: ${untried.join(", ")}\n`,
);
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
process.exit(counts.failed > 0 ? 1 : 0);

/** The HTML of each email and variant. */
async function renderAll(): Promise<Rendered> {
  const { states } = await renderProject({ root: project.root, configFile: false });
  return new Map(
    states.flatMap(({ id, variant, result }) =>
      "html" in result ? [[`${id} (${variant})`, result.html] as const] : [],
    ),
  );
}

/** Shows beside it what another linter makes of the same HTML. */
async function compare(rendered: Rendered): Promise<void> {
  const htmlOf = (index: number) => rendered.get(`${nameOf(index)}/order (default)`) ?? "";
  const { inHtml, found, noise } = await compareEmailens(
    htmlOf(0),
    seededFaults.map((_, index) => htmlOf(index + 1)),
  );
  const counts = (["error", "warning", "info"] as const)
    .map((severity) => `${noise.filter((one) => one.severity === severity).length} ${severity}`)
    .join(", ");
  process.stdout.write(
    `@emailens/cli ${emailensVersion} on the same HTML: ${inHtml} of the ${seededFaults.length} faults stand in it: ${found} found (anything new that is said counts), ${inHtml - found} missed; noise on the correct email: ${counts}\n`,
  );
}

function judge(id: string, fault: SeededFault | undefined, own: readonly Finding[]): void {
  const problems: string[] = [];
  const allowed = [fault?.rule, ...(fault?.also ?? [])];
  for (const { rule, message, evidence, source } of own) {
    if (allowed.includes(rule)) continue;
    counts.noise++;
    problems.push(`noise: ${rule}: ${message} (${evidence}) ${source?.file}:${source?.line}`);
  }
  if (fault) {
    const hits = own.filter(({ rule }) => rule === fault.rule);
    const file = `emails/${id.split("/")[0]}/${fault.file === "order" ? "order" : "_frame"}.tsx`;
    const line = lineOf(fault);
    const isThere = hits.some(({ source }) => source?.file === file && source.line === line);
    if (hits.length === 0) {
      counts.missed++;
      problems.push("missed");
    } else if (isThere) counts.found++;
    else {
      counts.misplaced++;
      const places = hits.map(({ source }) => `${source?.file}:${source?.line}`).join(", ");
      problems.push(`at ${places}, not at ${file}:${line}`);
    }
  }
  tell(id, fault, problems);
}

function tell(id: string, fault: SeededFault | undefined, problems: readonly string[]): void {
  counts[problems.length === 0 ? "passed" : "failed"]++;
  const what = fault ? `${fault.rule} in ${fault.file}: ${fault.to.slice(0, 60)}` : "nothing";
  for (const problem of problems) process.stdout.write(`FAILED ${id} ${what}: ${problem}\n`);
}

/** Each certain change is made once, puts right what it is for, and the second time there is none. */
async function checkFixes(findings: readonly Finding[], rendered: Rendered): Promise<void> {
  const fixable = findings.filter(({ edit }) => edit !== undefined);
  const made = fixSources(fixable, project.root);
  const after = await checkProject(options);
  const left = after.findings.filter(({ edit }) => edit !== undefined);
  const broken = after.unchecked.length;
  const stays = fixable.filter(({ rule, where }) =>
    after.findings.some((one) => one.rule === rule && one.where.emails[0] === where.emails[0]),
  );
  const before = readFileSync(project.path("emails/f000/order.tsx"), "utf8");
  const isUntouched = before === orderSource.replace('"ID"', '"f000/order"');
  const changes = whatChanged(fixable, rendered, await renderAll());
  for (const change of changes) process.stdout.write(`FAILED --fix: ${change}\n`);
  const ok =
    changes.length === 0 &&
    made.length > 0 &&
    left.length === 0 &&
    broken === 0 &&
    stays.length === 0 &&
    isUntouched;
  counts[ok ? "passed" : "failed"]++;
  for (const { rule, source } of stays) {
    process.stdout.write(`FAILED --fix: ${rule} stays at ${source?.file}:${source?.line}\n`);
  }
  process.stdout.write(
    `--fix: ${made.length} changes for ${fixable.length} findings; a second run has ${left.length}\n`,
  );
}
