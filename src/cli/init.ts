import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeEmail } from "../build/new-email/write-email.ts";
import { ask, canAsk } from "./ask.ts";
import { type App, lookAtApp } from "./init/look-at-app.ts";
import type { Plan, Step } from "./init/plan.ts";
import { planApp } from "./init/plan-app.ts";
import type { InitArguments } from "./init-arguments.ts";

/** Adds to the app of the working directory what emails need. @returns the exit code */
export async function init({ emails, yes, install, json }: InitArguments): Promise<number> {
  const app = lookAtApp(process.cwd(), emails);
  const plan = planApp(app);
  if (json) console.log(JSON.stringify({ ...describeApp(app), ...plan }));
  else tellPlan(app, plan);
  if (plan.steps.length === 0) return 0;
  if (!yes) {
    if (json) return 0;
    const agreed = canAsk() && (await ask("Do all of it?"));
    if (!agreed) {
      console.error(`Nothing was changed${canAsk() ? "" : "; --yes does it"}`);
      return 1;
    }
  }
  for (const step of plan.steps) await take(step, app, install);
  if (!json) tellNext(app);
  return 0;
}

function describeApp({ manager, framework, typed, usesReactEmail, emailsDir }: App) {
  return { manager, framework: framework ?? null, typed, usesReactEmail, emailsDir };
}

function tellPlan(app: App, { steps, remarks }: Plan): void {
  const { manager, framework, typed, usesReactEmail, emailsDir } = app;
  const kinds = [typed ? "TypeScript" : "JavaScript", framework, usesReactEmail && "React Email"];
  console.log(
    `An app with ${[...kinds, manager].filter(Boolean).join(", ")}; emails in ${emailsDir}/\n`,
  );
  for (const step of steps) console.log(`  ${describe(step)}`);
  if (steps.length === 0) console.log("  Nothing to do.");
  for (const remark of remarks) console.log(`\n  Look at: ${remark}`);
  console.log("");
}

function describe(step: Step): string {
  if (step.kind === "run") return `run    ${step.command}   (${step.about})`;
  return step.kind === "file" ? `write  ${step.file}: ${step.about}` : `write  ${step.about}`;
}

async function take(step: Step, { root }: App, install: boolean): Promise<void> {
  if (step.kind === "file") writeFileSync(join(root, step.file), step.content);
  else if (step.kind === "email") {
    await writeEmail({ root, emails: step.emails, path: "welcome", from: "plain" });
  } else if (install) {
    // Its words are ours, and a package manager is a .cmd on Windows: a shell finds both.
    const { status } = spawnSync(step.command, { cwd: root, shell: true, stdio: ["ignore", 2, 2] });
    if (status !== 0)
      throw new Error(`Cannot go on: "${step.command}" failed; run init again then`);
  } else console.error(`To be run: ${step.command}`);
}

function tellNext({ manager, emailsDir, framework }: App): void {
  const run = { npm: "npx", pnpm: "pnpm", yarn: "yarn", bun: "bunx" }[manager];
  const folder = emailsDir === "emails" ? "" : ` --emails ${emailsDir}`;
  console.log(`Next
  ${run} letterpress dev${folder}      the preview and an inbox
  ${run} letterpress check${folder}    what is wrong with the emails
  ${run} letterpress build${folder}    what production loads`);
  if (framework === "Next") {
    console.log(
      `  Import an email into a route handler or a server action, and send it with createSender.`,
    );
  }
  if (framework === "Vite") {
    console.log(
      `  Or put letterpress() of letterpress/vite into your Vite config: the preview stands at /__letterpress.`,
    );
  }
}
