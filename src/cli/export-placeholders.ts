import { relative, resolve } from "node:path";
import { toSlashes } from "../build/options.ts";
import { requirePackages } from "../build/requirements/require-packages.ts";
import { amount } from "./amount.ts";
import type { ExportArguments } from "./export-arguments.ts";

/** `letterpress export --placeholders`: the emails as templates of another language. @returns the exit code */
export async function exportTemplates({
  placeholders: syntax,
  out,
  emails: emailsDir,
  renderTimeoutMs,
  config: configFile,
  json,
}: ExportArguments & Required<Pick<ExportArguments, "placeholders">>): Promise<number> {
  const root = process.cwd();
  requirePackages({ action: "export", root, emailsDir: resolve(root, emailsDir ?? "emails") });
  const { exportPlaceholders } = await import("letterpress/vite");
  const result = await exportPlaceholders({
    ...{ syntax: syntax ?? "postmark", outDir: out, root, emailsDir, renderTimeoutMs, configFile },
  });
  const shown = relative(root, result.outDir) || result.outDir;
  if (json) {
    const { templateCount, refused } = result;
    console.log(JSON.stringify({ outDir: toSlashes(shown), templateCount, refused }));
  } else console.log(`\n  ${amount(result.templateCount, "template")} written into ${shown}`);
  if (result.refused.length === 0) return 0;
  for (const { id, state, faults } of result.refused) {
    console.error(`\n${id} (${state}) cannot be a template:`);
    for (const fault of faults) console.error(`  ${fault}`);
  }
  const count = amount(result.refused.length, "variant");
  console.error(`\nWritten, but ${count} cannot be a template, as shown above`);
  return 1;
}
