import { basename } from "node:path";
import type { Importer } from "./find-importers.ts";
import { describePlace } from "./mentions.ts";
import {
  applyTextEdits,
  editOf,
  endingOf,
  isRelative,
  type Move,
  specifierOf,
} from "./moved-import.ts";
import { type PlannedFile, rewritten } from "./planned-file.ts";

/**
 * A file that names another, once that has moved.
 *
 * @throws {Error} when an alias leads to it in a way that does not tell how it is called now
 */
export function renameImports(importer: Importer, move: Move, root: string): PlannedFile {
  const { path, code, texts } = importer;
  const edits = texts.map((text) => {
    const { value, start } = text;
    const now = isRelative(value) ? specifierOf(value, move, path) : aliasOf(value, move);
    if (now !== undefined) return editOf(code, text, now);
    throw new Error(
      `${describePlace(importer, start, root)} imports it as "${value}", which does not tell how it is called then; change that import first`,
    );
  });
  return rewritten(path, code, applyTextEdits(code, edits));
}

/** `@/emails/account/welcome`: the end that the path of the file has too is what changes. */
function aliasOf(value: string, { from, to }: Move): string | undefined {
  const ending = endingOf(value, from);
  const plain = (path: string) => path.replace(/\.\w+$/, "");
  const named = ending ? value.slice(0, -ending.length) : value;
  const before = plain(from).split("/");
  const after = plain(to).split("/");
  const steps = named.split("/");
  // What both paths begin with is what the alias may stand for.
  const shared = before.findIndex((name, at) => name !== after[at]);
  const tail = before.slice(shared);
  const isTold = tail.every((name, at) => steps[steps.length - tail.length + at] === name);
  const head = steps.slice(0, steps.length - tail.length);
  if (!isTold || head.length === 0 || basename(named) === "") return undefined;
  return [...head, ...after.slice(shared)].join("/") + ending;
}
