/**
 * Judges mails in one process, by `checkEmail` and by emailens, and prints what each costs. Bundled, as
 * it is published: `node measure.mjs MAILS.json EMAILENS`.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { createChecker } from "../../../src/check/check-email.ts";
import { readEmail } from "../../../src/check/document/checked-email.ts";
import { createMemory } from "../../../src/check/document/memory.ts";
import type { EmailToCheck } from "../../../src/check/email-to-check.ts";
import { resolveCheckOptions } from "../../../src/check/options.ts";
import { rules } from "../../../src/check/rules/index.ts";
import { noteFigure } from "../figures/note-figure.ts";
import { readRounds } from "../rounds/read-rounds.ts";

/** As many variants as a large project has. */
const many = 1_000;

interface Cost {
  readonly cpuMs: number;
  readonly wallMs: number;
}

function costOf(work: () => void): Cost {
  const began = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - began };
}

const [mailsFile = "", emailensFile = ""] = process.argv.slice(2);
const mails: readonly EmailToCheck[] = JSON.parse(readFileSync(mailsFile, "utf8"));
const { auditEmail } = (await import(pathToFileURL(emailensFile).href)) as {
  readonly auditEmail: (html: string, options: object) => unknown;
};
const thousand = Array.from({ length: many }, (_, at) => mails[at % mails.length] as EmailToCheck);

const checker = createChecker();
const judges = {
  letterpress: (mail: EmailToCheck) => void checker.check(mail),
  emailens: (mail: EmailToCheck) => void auditEmail(mail.html, {}),
};
const best: { letterpress?: Cost; emailens?: Cost } = {};
for (const mail of mails) judges.letterpress(mail);
for (const mail of mails.slice(0, 20)) judges.emailens(mail);
for (let round = 0; round < readRounds(3); round++) {
  // One after the other in each round: a machine that is busy is so for both.
  for (const name of ["letterpress", "emailens"] as const) {
    // Theirs is slow enough that a part tells.
    const work = name === "emailens" ? thousand.slice(0, mails.length) : thousand;
    const { cpuMs, wallMs } = costOf(() => work.forEach(judges[name]));
    const cost = { cpuMs: cpuMs / work.length, wallMs: wallMs / work.length };
    if (cost.cpuMs < (best[name]?.cpuMs ?? Number.POSITIVE_INFINITY)) best[name] = cost;
  }
}
const perSecond = (ms: number) => Math.round(1000 / ms);
for (const [name, { cpuMs, wallMs }] of Object.entries(best)) {
  console.log(
    `${name}: ${perSecond(cpuMs)} a second of one core (${perSecond(wallMs)} by the clock), ${cpuMs.toFixed(2)} ms each`,
  );
}
const ratio = (best.emailens?.cpuMs ?? 0) / (best.letterpress?.cpuMs ?? 1);
noteFigure({
  ...{
    what: "variants checked, on one core",
    unit: "/s",
    ours: 1000 / (best.letterpress?.cpuMs ?? 0),
  },
  beside: { name: "emailens", figure: 1000 / (best.emailens?.cpuMs ?? 0) },
});
console.log(`${ratio.toFixed(1)} × emailens on the same mails`);

const settings = resolveCheckOptions({}, new Set());
const memory = createMemory();
const read = mails.map((mail) => readEmail(mail, memory));
const parts = [
  [
    "reading the email",
    costOf(() => mails.forEach((mail) => void readEmail(mail, memory))),
  ] as const,
  ...rules.map(
    (rule) =>
      [
        rule.name,
        costOf(() => read.forEach((email) => void rule.check(email, () => {}, settings))),
      ] as const,
  ),
];
console.log("where the time goes");
for (const [name, { cpuMs }] of [...parts]
  .sort(([, one], [, other]) => other.cpuMs - one.cpuMs)
  .slice(0, 8)) {
  console.log(`  ${name}: ${(cpuMs / mails.length).toFixed(2)} ms a variant`);
}
