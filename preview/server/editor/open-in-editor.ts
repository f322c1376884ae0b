import { basename } from "node:path";

/** A place in a file; line and column count from 1. */
export interface FilePlace {
  /** Absolute. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Opens a place in an editor. @returns why it could not, and what would fix that */
export type OpenFile = (place: FilePlace) => Promise<string | undefined>;

/** An editor that cannot be started says so at once; one that stays silent is open, or on its way. */
const silentMs = 500;

/** Opens the editor that runs, or else the one that `LAUNCH_EDITOR`, `VISUAL` or `EDITOR` names. */
export const openInEditor: OpenFile = async ({ file, line, column }) => {
  const { default: launch } = await import("launch-editor");
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), silentMs);
    launch(`${file}:${line}:${column}`, (_, reason) => {
      clearTimeout(timer);
      resolve(explain(basename(file), reason));
    });
  });
};

function explain(name: string, reason: string | null): string {
  const fix = "set LAUNCH_EDITOR to the command of yours, such as code, and start again";
  return reason
    ? `Cannot open ${name}: the editor did not start: ${reason.replace(/\.$/, "")}; ${fix}`
    : `Cannot open ${name}: no editor is running that is known, and the environment names none; ${fix}`;
}
