import { formatWithOptions } from "node:util";
import type { ConsoleLine, SourcePlace } from "../../protocol.ts";
import type { ProjectFolders } from "../render/authored-frames.ts";
import { authoredFrames, toPlace } from "../render/authored-frames.ts";
import type { CurrentRun } from "./current-run.ts";

const levels = ["debug", "log", "info", "warn", "error"] as const;

/** So much of what an email writes is kept; all of it goes to the terminal. */
const mostLines = 100;
const longestText = 2_000;

/** Keeps what emails write to the console, besides writing it. */
export function captureConsole(current: CurrentRun, context: ProjectFolders): void {
  const own = globalThis.console;
  for (const level of levels) {
    const write = own[level].bind(own);
    own[level] = (...values: unknown[]) => {
      write(...values);
      const run = current.get();
      if (run) keep(run.lines, level, textOf(values), () => placeOfCaller(context));
    };
  }
}

function keep(
  lines: ConsoleLine[],
  level: ConsoleLine["level"],
  text: string,
  findPlace: () => SourcePlace | null,
): void {
  const last = lines.at(-1);
  if (last?.level === level && last.text === text) {
    lines[lines.length - 1] = { ...last, count: last.count + 1 };
  } else if (lines.length < mostLines) {
    lines.push({ level, text, place: findPlace(), count: 1 });
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
