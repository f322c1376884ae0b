/**
 * Follows docs/start.md in an empty folder and in a Next app, with the packed package, word by word:
 * `npm run follow-docs`, or `npm run follow-docs -- next` for one of them. Ends with "N passed, N
 * failed".
 */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPackage } from "../../consumer/pack.ts";
import { follow } from "./follow.ts";
import { readSteps } from "./read-steps.ts";

const sections: Readonly<Record<string, string>> = {
  empty: "## In an empty folder",
  next: "## In a Next app",
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in sections));
if (unknown.length > 0) {
  console.error(
    `Cannot follow ${unknown.join(", ")}: the sections are ${Object.keys(sections).join(", ")}`,
  );
  process.exit(2);
}

const folder = await mkdtemp(join(tmpdir(), "letterpress-follow-"));
let [passed, failed] = [0, 0];
try {
  const { tarball } = await packPackage(folder);
  for (const [name, heading] of Object.entries(sections)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`docs/start.md ${heading}`);
    const begins = join(folder, name);
    await mkdir(begins);
    await follow(readSteps("docs/start.md", heading), begins, tarball, (ok, what, ms) => {
      if (ok) passed += 1;
      else failed += 1;
      const seconds = (ms / 1000).toFixed(1).padStart(6);
      console.log(`${ok ? "ok    " : "FAILED"} ${seconds} s  docs/start.md:${what}`);
    });
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
