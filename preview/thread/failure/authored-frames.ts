import { isAbsolute, relative } from "node:path";
import type { SourcePlace } from "../../protocol/index.ts";
import { normalPath } from "../normal-path.ts";
import { parseStack, type StackFrame } from "./stack.ts";

/** What is needed to tell the project's own files from those of its tools. */
export interface ProjectFolders {
  /** The project. */
  readonly root: string;
  /** This package: its own frames are not the author's. */
  readonly packageRoot: string;
}

const ownFolders = ["src", "preview", "dist", "node_modules/.cache/letterpress"];

/** The frames of a stack that neither Vite nor this package put there. */
export function shownFrames(stack: string, { packageRoot }: ProjectFolders): readonly StackFrame[] {
  return parseStack(stack).filter(
    ({ file }) =>
      isAbsolute(file) &&
      !file.includes("/node_modules/vite/") &&
      !ownFolders.some((folder) => file.startsWith(`${packageRoot}/${folder}/`)),
  );
}

/** Those of them that are in files of the author, and not in packages. */
export function authoredFrames(stack: string, folders: ProjectFolders): readonly StackFrame[] {
  return shownFrames(stack, folders).filter(({ file }) => !file.includes("/node_modules/"));
}

/** A place as the protocol has it. */
export function toPlace(
  { file, line, column }: Pick<StackFrame, "file" | "line" | "column">,
  { root }: ProjectFolders,
): SourcePlace {
  return { file: normalPath(relative(root, file)), line, column };
}
