/**
 * Runs what takes the inbox to its limits, one after the other, and sums up: `npm run inbox-fuzz`. Closes
 * with "N passed, N failed".
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

let passed = 0;
let failed = 0;
for (const name of ["smtp", "kill"]) {
  console.log(`\n# ${name}`);
  const script = join(import.meta.dirname, `${name}.ts`);
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", script], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closing = /^(\d+) passed, (\d+) failed\n/m;
  // There is one closing line, at the end.
  process.stdout.write(stdout.replace(closing, ""));
  // One that did not come to its closing line has failed.
  const [, ok = 0, bad = 1] = closing.exec(stdout) ?? [];
  passed += Number(ok);
  failed += Number(bad);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
