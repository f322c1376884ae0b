// Adds up what the scripts of a run counted, and ends with what failed and "N passed, N failed".
// Only the end of a long log is read, so each failure is told here again.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const [folder] = process.argv.slice(2);
const read = (file) => readFileSync(`${folder}/${file}`, "utf8");
const say = (line) => process.stdout.write(`${line}\n`);

/** What vitest's JSON report says. A file whose hook failed has no failed test: it counts as one. */
function fromReport(report) {
  const failures = [];
  for (const { name, status, message, assertionResults } of report.testResults ?? []) {
    const tests = assertionResults.filter((test) => test.status === "failed");
    for (const test of tests)
      failures.push(`${name}: ${test.fullName}: ${test.failureMessages[0]}`);
    if (status === "failed" && tests.length === 0) failures.push(`${name}: ${message}`);
  }
  if (!report.success && failures.length === 0) {
    failures.push("vitest failed outside of any test, or did not come to its end");
  }
  return { passed: report.numPassedTests ?? 0, failed: failures.length, failures };
}

/** What a script's closing line says. One that did not come to its closing line has failed. */
function fromOutput(output) {
  const [, passed = 0, failed = 1] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  const failures = output.split("\n").filter((line) => /^\s*(FAILED|failed|not ok)\b/.test(line));
  return { passed: Number(passed), failed: Number(failed), failures };
}

const total = { passed: 0, failed: 0 };
for (const file of readdirSync(folder).sort()) {
  if (file.endsWith(".status")) continue;
  const name = file.replace(/\.\w+$/, "");
  const result = file.endsWith(".json")
    ? fromReport(JSON.parse(read(file)))
    : fromOutput(read(file));
  const { passed, failures } = result;
  let { failed } = result;
  const status = `${name}.status`;
  if (failed === 0 && existsSync(`${folder}/${status}`)) {
    failed = 1;
    failures.push(`ended with exit code ${read(status).trim()}`);
  }
  for (const failure of failures) {
    say(`${name}: ${failure.split("\n").slice(0, 12).join("\n    ")}`);
  }
  say(`${name}: ${passed} passed, ${failed} failed`);
  total.passed += passed;
  total.failed += failed;
}
say(`${total.passed} passed, ${total.failed} failed`);
