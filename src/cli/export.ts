import { relative, resolve } from "node:path";
import { toSlashes } from "../build/options.ts";
import { requirePackages } from "../build/requirements/require-packages.ts";
import { systemClock } from "../clock.ts";
import { amount } from "./amount.ts";
import { describeWarning } from "./describe-warning.ts";
import type { ExportArguments } from "./export-arguments.ts";
import { createProgress } from "./export-progress.ts";
import { untilInterrupted } from "./until-interrupted.ts";

/** Exports the preview of the working directory. @returns the exit code */
export async function exportEmails({ ...asked }: ExportArguments): Promise<number> {
  if (asked.placeholders !== undefined) {
    const { exportTemplates } = await import("./export-placeholders.ts");
    return exportTemplates({ ...asked, placeholders: asked.placeholders });
  }
  const { out: outDir, emails: emailsDir, config: configFile, json, ...rest } = asked;
  const startedAt = systemClock.now();
  const root = process.cwd();
  requirePackages({ action: "export", root, emailsDir: resolve(root, emailsDir ?? "emails") });
  const { exportPreview } = await import("letterpress/vite");
  const progress = createProgress(json ? process.stderr : process.stdout);
  const { signal, stop } = untilInterrupted(
    new Error("Cannot export: it was interrupted; nothing was written"),
  );
  try {
    const result = await exportPreview({
      ...{ ...rest, root, outDir, emailsDir, configFile, signal },
      onProgress: ({ id, done, total, stateCount, failures }) => {
        const at = `${String(done).padStart(String(total).length)}/${total}`;
        const count = amount(stateCount, "variant");
        progress.step(`  ${at}  ${id}  ${failures.length > 0 ? "failed" : count}`);
      },
    });
    progress.end();
    const seconds = ((systemClock.now() - startedAt) / 1000).toFixed(1);
    const shown = relative(root, result.outDir) || result.outDir;
    const what = `${amount(result.emailCount, "email")}, ${amount(result.stateCount, "variant")}`;
    if (json) {
      const { emailCount, stateCount, fileCount, failures, warnings, notEditable } = result;
      const counts = { emailCount, variantCount: stateCount, fileCount };
      const outDir = toSlashes(shown);
      console.log(JSON.stringify({ outDir, ...counts, failures, warnings, notEditable }));
    } else {
      console.log(`\n  ${what} exported into ${shown} in ${seconds} s`);
      for (const { id, reason } of result.notEditable) {
        console.log(`  Props of ${id} cannot be edited there: ${reason}`);
      }
    }
    for (const remark of result.remarks) console.error(`\n${remark}`);
    for (const warning of result.warnings) console.error(describeWarning(warning));
    if (result.failures.length === 0) return 0;
    for (const { id, variant, locale, message, place } of result.failures) {
      const state = [variant, locale].filter((part) => part !== null).join(", ");
      console.error(`\n${id}${state && ` (${state})`}: ${message}${place ? `\n  ${place}` : ""}`);
    }
    const count = amount(new Set(result.failures.map(({ id }) => id)).size, "email");
    console.error(`\nExported, but ${count} failed, as shown above; fix them and export again`);
    return 1;
  } finally {
    progress.end();
    stop();
  }
}
