/**
 * What judges that nobody here wrote say of all emails and variants of this repository:
 * html-validate, axe-core in Chromium (light and dark), and SpamAssassin, each fetched where it is missing.
 *
 *     npm run check-judges
 */
import { resolve } from "node:path";
import { renderProject } from "../../preview/server/diff/render-project.ts";
import { judgeByAxe } from "./judge-by-axe.ts";
import { judgeByHtmlValidate } from "./judge-by-html-validate.ts";
import { judgeBySpamAssassin } from "./judge-by-spam-assassin.ts";
import type { JudgedEmail, Verdict } from "./judged-email.ts";

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

const root = resolve(import.meta.dirname, "../..");
const { states } = await renderProject({ root, configFile: false });
const emails = states.flatMap(({ id, variantName, locale, result }): JudgedEmail[] => {
  const name = `${id} (${[variantName, locale].filter(Boolean).join(", ")})`;
  return "html" in result ? [{ ...result, name }] : [];
});

const counts = { passed: 0, failed: 0 };
const judges = {
  "html-validate": judgeByHtmlValidate,
  "axe-core": judgeByAxe,
  SpamAssassin: judgeBySpamAssassin,
};
for (const [name, judge] of Object.entries(judges)) {
  const verdicts: readonly Verdict[] | string = await judge(emails);
  if (typeof verdicts === "string") {
    tell(`${name}: skipped, ${verdicts}`);
    continue;
  }
  const bad = verdicts.filter(({ problems }) => problems.length > 0);
  counts.passed += verdicts.length - bad.length;
  counts.failed += bad.length;
  tell(`${name}: ${verdicts.length} judged, ${bad.length} with something to say`);
  for (const { email, problems } of bad) {
    for (const problem of problems) tell(`FAILED ${name}: ${email}: ${problem}`);
  }
}
tell(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
