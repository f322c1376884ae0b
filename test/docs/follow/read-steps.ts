import { readFileSync } from "node:fs";
import { join } from "node:path";
import { codeBlocksOf, root } from "../code-blocks.ts";

/** One thing that a page tells its reader to do. */
export type Step =
  | { readonly kind: "file"; readonly file: string; readonly text: string; readonly line: number }
  | {
      readonly kind: "command";
      readonly command: string;
      /** It goes on in a terminal of its own. */
      readonly stays: boolean;
      /** What it must print, a line each. */
      readonly prints: readonly string[];
      readonly line: number;
    };

const staying = /\s+# leave it running$/;

/**
 * What a section of a page tells its reader to do, in its order: a block that names a file is that
 * file, a line of `sh` is a command, and `text` is what the command before it prints.
 *
 * @throws {Error} when a block says neither, or the section is not there
 */
export function readSteps(page: string, heading: string): readonly Step[] {
  const lines = readFileSync(join(root, page), "utf8").split("\n");
  const begins = lines.indexOf(heading);
  if (begins < 0) throw new Error(`${page} has no section "${heading}"`);
  const next = lines.findIndex((line, at) => at > begins && line.startsWith("## "));
  const ends = next < 0 ? lines.length : next;
  const steps: Step[] = [];
  for (const { line, language, file, code } of codeBlocksOf(page)) {
    if (line <= begins || line > ends) continue;
    if (file !== undefined) steps.push({ kind: "file", file, text: code, line });
    else if (language === "sh") {
      const typed = code.trim().split("\n");
      steps.push(
        ...typed.map((command, at) => ({
          ...{ kind: "command" as const, command: command.replace(staying, "") },
          ...{ stays: staying.test(command), prints: [], line: line + at },
        })),
      );
    } else if (language === "text") {
      const last = steps.at(-1);
      if (last?.kind !== "command") throw new Error(`${page}:${line}: no command prints this`);
      steps[steps.length - 1] = { ...last, prints: code.trim().split("\n") };
    } else throw new Error(`${page}:${line}: the block names no file, and is no command`);
  }
  return steps;
}
