/**
 * How many variants are checked in a second: by `checkEmail` beside emailens, on this repository's
 * emails, and by `letterpress check` from its start to its end, on a project of a thousand variants.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { renderProject } from "../../preview/server/diff/render-project.ts";
import { emailensVersion } from "../check/faults/compare-emailens.ts";
import { frameSource, orderSource } from "../check/faults/correct-email.ts";
import { installFolder } from "../fetched/install-package.ts";
import { createProject } from "../preview/server/test-project.ts";

const repository = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "letterpress-bench-checks-"));

function bundle(source: string, name: string): string {
  const outfile = join(repository, "node_modules/.cache/letterpress/bench", name);
  buildSync({
    ...{ entryPoints: [join(repository, source)], outfile, bundle: true, packages: "external" },
    ...{ platform: "node", format: "esm", logLevel: "warning" },
  });
  return outfile;
}

/** The same emails for both, as they come out. */
async function compare(): Promise<void> {
  const { states } = await renderProject({ root: repository, configFile: false });
  const mails = states.flatMap(({ id, variantName, result }) =>
    "html" in result ? [{ ...result, id, variant: variantName }] : [],
  );
  const file = join(folder, "mails.json");
  writeFileSync(file, JSON.stringify(mails));
  const emailens = await installFolder("@emailens/cli", emailensVersion);
  const engine = join(emailens, "node_modules/@emailens/engine/dist/index.js");
  const measure = bundle("test/bench/checks/measure.ts", "checks-measure.mjs");
  spawnSync(process.execPath, [measure, file, engine], { stdio: ["ignore", "inherit", "inherit"] });
}

/** Ten emails in a hundred variants each. */
function checkThousand(): void {
  const variants = Array.from(
    { length: 100 },
    (_, at) => `v${at}: { name: "Ada ${at}", orderUrl: "https://shop.example/orders/${at}" },`,
  );
  const files: Record<string, string> = {};
  for (let at = 0; at < 10; at++) {
    files[`emails/shop-${at}/_frame.tsx`] = frameSource.replace(/<img[^>]*>/, "");
    files[`emails/shop-${at}/order.tsx`] = orderSource
      .replace('"ID"', `"shop-${at}/order"`)
      .replace(/<img[^>]*>/, "")
      .replace(/variants: \{[\s\S]*\n {2}\},\n\}\);/, `variants: {${variants.join("\n")}},\n});`);
  }
  const project = createProject(files);
  try {
    const cli = bundle("src/cli/index.ts", "../cli.bench.mjs");
    const began = performance.now();
    const { status, stdout } = spawnSync(process.execPath, [cli, "check", "--no-config"], {
      ...{ cwd: project.root, encoding: "utf8" },
    });
    const seconds = (performance.now() - began) / 1000;
    if (status !== 0 || !stdout.includes("1000 variants checked")) {
      throw new Error(`letterpress check ended with ${status}: ${stdout.slice(0, 300)}`);
    }
    console.log(
      `letterpress check, a thousand variants from start to end: ${seconds.toFixed(1)} s, ${Math.round(1000 / seconds)} a second`,
    );
  } finally {
    project.dispose();
  }
}

try {
  await compare();
  checkThousand();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
