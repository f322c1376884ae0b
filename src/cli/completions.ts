import type { CommandSpec } from "./command-spec.ts";
import { completeBash } from "./completions/complete-bash.ts";
import { completeFish } from "./completions/complete-fish.ts";
import { completeZsh } from "./completions/complete-zsh.ts";
import type { shells } from "./completions-arguments.ts";

const scripts = { bash: completeBash, zsh: completeZsh, fish: completeFish };

/** Prints what completes the commands in a shell. @returns the exit code */
export function completions(shell: (typeof shells)[number], specs: readonly CommandSpec[]): number {
  process.stdout.write(scripts[shell](specs));
  return 0;
}
