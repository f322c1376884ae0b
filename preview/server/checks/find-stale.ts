import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { normalizePath } from "vite";
import type { CheckOptions } from "../../../src/check/options.ts";
import { readExceptions } from "../../../src/check/trace/source-exceptions.ts";
import { listFiles } from "../export/list-files.ts";

/** Exceptions of the config and of sources that let nothing pass, each as a sentence. */
export async function findStale(
  root: string,
  emailsDir: string,
  { exceptions = [] }: CheckOptions,
  used: ReadonlySet<number>,
  usedComments: ReadonlySet<string>,
): Promise<readonly string[]> {
  const stale = exceptions.flatMap(({ rule, reason }, index) =>
    used.has(index)
      ? []
      : [
          `letterpress.config: the exception for ${rule} (“${reason}”) lets nothing pass; take it out`,
        ],
  );
  for (const { file, path } of await listFiles(emailsDir)) {
    if (!/\.[cm]?[jt]sx?$/.test(path)) continue;
    const name = normalizePath(relative(root, file));
    for (const { line, rules, reason } of readExceptions(name, readFileSync(file, "utf8"))) {
      const place = `${name}:${line}`;
      if (reason === "") {
        stale.push(
          `${place}: letterpress-allow ${rules.join(", ")} says no reason; write it behind a colon`,
        );
      } else if (!usedComments.has(place)) {
        stale.push(
          `${place}: letterpress-allow ${rules.join(", ")} lets nothing pass; take it out`,
        );
      }
    }
  }
  return stale;
}
