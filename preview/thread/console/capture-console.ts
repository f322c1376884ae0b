import { formatWithOptions } from "node:util";
import type { SourcePlace } from "../../protocol/index.ts";
import type { CurrentRun } from "../current-run.ts";
import type { ProjectFolders } from "../failure/authored-frames.ts";
import { authoredFrames, toPlace } from "../failure/authored-frames.ts";

const levels = ["debug", "log", "info", "warn", "error"] as const;

/** So much of what an email writes is kept; all of it goes to the terminal. */
const mostKept = 400;
const longestText = 2_000;

/** Keeps what emails write to the console, besides writing it. */
export function captureConsole(current: CurrentRun, context: ProjectFolders): void {
  const own = globalThis.console;
  for (const level of levels) {
    const write = own[level].bind(own);
    own[level] = (...values: unknown[]) => {
      const run = current.get();
      if (!run?.isAgain) write(...values);
      if (!run || run.lines.length >= mostKept) return;
      run.lines.push({ level, text: textOf(values), place: placeOfCaller(context), count: 1 });
    };
  }
}

function textOf(values: readonly unknown[]): string {
  try {
    const text = formatWithOptions({ colors: false, depth: 4, maxArrayLength: 50 }, ...values);
    return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  } catch {
    // A value may fail while it is looked at.
    return "(a value that cannot be shown)";
  }
}

function placeOfCaller(context: ProjectFolders): SourcePlace | null {
  const [first] = authoredFrames(String(new Error("here").stack), context);
  return first ? toPlace(first, context) : null;
}
