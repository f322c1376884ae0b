import type { CommandSpec } from "../command-spec.ts";
import { paint } from "../paint.ts";
import { toColumns } from "./wrap.ts";

/** What `letterpress --help` prints. */
export function describeAll(specs: readonly CommandSpec[], width: number): string {
  const title = (text: string) => paint("bold", text);
  return [
    `${title("Usage:")} letterpress <command> [options]`,
    "",
    title("Commands"),
    ...toColumns(
      specs.map(({ name, summary }) => [name, summary]),
      width,
    ),
    "",
    title("Options"),
    ...toColumns(
      [
        ["--help", "Show this, or with a command, its examples and options"],
        ["--version", "Show the version"],
      ],
      width,
    ),
    "",
    "More on one of them: letterpress help <command>",
  ].join("\n");
}
