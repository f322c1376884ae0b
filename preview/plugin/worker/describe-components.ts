import type { ComponentFrame } from "../../protocol.ts";
import { authoredFrames, type ProjectFolders, toPlace } from "../render/authored-frames.ts";
import type { StackFrame } from "../render/stack.ts";
import type { EmailRunner } from "./module-runner.ts";

const mostFrames = 30;

/**
 * The components of the project that led to an error, innermost first: the one that failed, and
 * then each that wrote the element before it, at the line where it did.
 */
export function describeComponents(
  error: unknown,
  { toSource }: EmailRunner,
  folders: ProjectFolders,
): readonly ComponentFrame[] {
  const { componentStack, ownerStack, cause } = (error ?? {}) as Partial<Record<string, unknown>>;
  // React writes its stacks as V8 has them, before any source map.
  const read = (stack: unknown) =>
    typeof stack === "string" ? authoredFrames(stack, folders).map(toSource) : [];
  const owners = read(ownerStack);
  const found = owners.length > 0 ? owners : read(componentStack);
  const frames = [...failedComponent(componentStack, cause, folders), ...found]
    .filter(({ file, name }) => name !== "" && !file.endsWith(".entry.js"))
    .map((frame) => ({ name: frame.name, place: toPlace(frame, folders) }));
  return frames.filter((frame, index) => !isSame(frame, frames[index - 1])).slice(0, mostFrames);
}

/** The component that threw, where it threw: React names it, and the error's own stack has the place. */
function failedComponent(
  componentStack: unknown,
  cause: unknown,
  folders: ProjectFolders,
): readonly StackFrame[] {
  const [, name] = /^\s*at (\S+)/.exec(String(componentStack ?? "")) ?? [];
  const { stack } = (cause ?? {}) as { readonly stack?: unknown };
  if (name === undefined || typeof stack !== "string") return [];
  const frame = authoredFrames(stack, folders).find((one) => one.name === name);
  return frame ? [frame] : [];
}

function isSame(a: ComponentFrame, b: ComponentFrame | undefined): boolean {
  return a.name === b?.name && a.place.file === b.place.file;
}
