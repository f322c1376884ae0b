import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { commands } from "../../../src/cli/commands.ts";
import { completeBash } from "../../../src/cli/completions/complete-bash.ts";
import { completeFish } from "../../../src/cli/completions/complete-fish.ts";
import { completeZsh } from "../../../src/cli/completions/complete-zsh.ts";

const specs = commands.map(({ spec }) => spec);

/** What is typed, and what must be offered. */
const lines: readonly (readonly [typed: string, offered: string])[] = [
  ["letterpress bui", "build"],
  ["letterpress check --max e", "error"],
  ["letterpress check --writ", "--write-baseline"],
  ["letterpress check orders/re", "orders/refund"],
  ["letterpress suppressions li", "lift"],
  ["letterpress build --out fol", "folder of mine"],
];

let cwd = "";
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "letterpress-completions-"));
  mkdirSync(join(cwd, "emails/orders/components"), { recursive: true });
  mkdirSync(join(cwd, "folder of mine"));
  for (const file of ["refund.tsx", "_refuse.tsx", "components/remark.tsx"]) {
    writeFileSync(join(cwd, "emails/orders", file), "");
  }
  return () => rmSync(cwd, { recursive: true });
});

/** @returns what a shell that read a completion script and a program prints */
function ask(shell: string, script: string, program: string): string {
  const file = join(cwd, `${shell}-completion`);
  writeFileSync(file, script);
  onTestFinished(() => rmSync(file));
  return execFileSync(shell, ["-c", program, shell, file], { cwd, encoding: "utf8" });
}

function isThere(shell: string): boolean {
  return spawnSync(shell, ["-c", "true"]).status === 0;
}

describe("what a shell completes", () => {
  test.skipIf(!isThere("bash"))("bash", () => {
    const typed = lines.map(([line]) => `try ${line}`).join("\n");
    const program = `source "$1"
try() { COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _letterpress; printf '%s|' "\${COMPREPLY[@]}"; echo; }
${typed}`;
    const printed = ask("bash", completeBash(specs), program).trim().split("\n");
    for (const [at, [line, offered]] of lines.entries()) {
      expect(printed[at]?.split("|"), line).toContain(offered);
    }
    expect(printed[3]).toBe("orders/refund|");
  });

  test.skipIf(!isThere("fish"))("fish", () => {
    const typed = lines.map(([line]) => `echo "> ${line}"; complete -C "${line}"`).join("\n");
    const printed = ask("fish", completeFish(specs), `source $argv[2]\n${typed}`);
    for (const [line, offered] of lines) {
      const answer = printed.split(`> ${line}\n`)[1]?.split("\n> ")[0] ?? "";
      expect(answer, line).toMatch(new RegExp(`^${offered.replaceAll(" ", "\\\\? ")}`, "m"));
    }
  });

  test.skipIf(!isThere("zsh"))("zsh, as one types", () => {
    const [line, offered] = ["letterpress check orders/re", "orders/refund"];
    const printed = ask(
      "zsh",
      completeZsh(specs),
      `zmodload zsh/zpty
zpty z env TERM=dumb zsh -f -i
zpty -w z "autoload -Uz compinit; compinit -u -D; source $1; print rea\\"\\"dy"
zpty -r -m z seen '*ready*'
zpty -n -w z "${line}"$'\\t'
zpty -r -m z seen "*${offered}*"
print -r -- "$seen"`,
    );
    expect(printed).toContain("letterpress check orders/refund");
  });
});
