/** How many variants of this repository's emails `checkEmail` judges in a second of one core, and where the time goes. */
import { readdirSync } from "node:fs";
import { type AnyEmail, type Email, render } from "letterpress";
import { createChecker } from "../../src/check/check-email.ts";
import { readEmail } from "../../src/check/document/checked-email.ts";
import type { EmailToCheck } from "../../src/check/email-to-check.ts";
import { resolveCheckOptions } from "../../src/check/options.ts";
import { rules } from "../../src/check/rules/index.ts";

const folder = new URL("../../emails/", import.meta.url);
const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
  /^(?!components|static)[a-z]+\/[a-z][\w-]*\.tsx$/.test(name),
);
const states: EmailToCheck[] = [];
for (const name of names) {
  const email = (await import(new URL(name, folder).href)).default as Email;
  for (const [variant, props] of Object.entries(email.variants)) {
    const rendered = await render(email as AnyEmail<object>, props);
    states.push({ ...rendered, id: email.id, variant, message: email });
  }
}

/** Milliseconds of the processor that something takes. */
function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const rounds = 5;
const checker = createChecker();
const all = () => states.forEach((state) => void checker.check(state));
all();
const total = cpuMs(() => {
  for (let round = 0; round < rounds; round++) all();
});
const settings = resolveCheckOptions({}, new Set());
const read = states.map((state) => readEmail(state));
const parts = [
  ["reading the email", cpuMs(() => states.forEach((state) => void readEmail(state)))] as const,
  ...rules.map(
    (rule) =>
      [
        rule.name,
        cpuMs(() => read.forEach((email) => void rule.check(email, () => {}, settings))),
      ] as const,
  ),
];
console.log(`${Math.round((rounds * states.length * 1000) / total)} variants a second of one core`);
for (const [name, ms] of [...parts].sort(([, one], [, other]) => other - one).slice(0, 8)) {
  console.log(`  ${name}: ${(ms / states.length).toFixed(2)} ms a variant`);
}
